package accessreviews.portal.reviewing;

import static accessreviews.identity.Privilege.ANSWER_SIGNED_IN;
import static accessreviews.identity.Privilege.READ_REVIEWED;

import accessreviews.decisions.answers.RecordDecisions;
import accessreviews.decisions.items.Recommendation;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.identity.browser.PortalSignIn;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.Open;
import accessreviews.portal.Pages;
import accessreviews.portal.ReaderLanguage;
import accessreviews.portal.signin.FormTokens;
import accessreviews.portal.signin.WayBack;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Objects;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The forms by which a reviewer answers items of an instance. */
@Path(PortalSignIn.PAGES + "/{instance}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class AnswersResource {
  private static final int LONGEST_JUSTIFICATION = 4_000;

  private final Caller caller;
  private final OwnItems items;
  private final RecordDecisions record;
  private final FormTokens tokens;
  private final Pages pages;

  AnswersResource(
      Caller caller, OwnItems items, RecordDecisions record, FormTokens tokens, Pages pages) {
    this.caller = caller;
    this.items = items;
    this.record = record;
    this.tokens = tokens;
    this.pages = pages;
  }

  /**
   * One answer to the ticked items, or to the item whose own button was pressed. An item that
   * somebody answered since the page was made keeps that answer.
   */
  @POST
  @Path("/answers")
  @Open
  @Requires(ANSWER_SIGNED_IN)
  public RestResponse<Void> answer(
      @PathParam("instance") String id,
      @RestForm(FormTokens.FIELD) @Nullable String token,
      @RestForm("one") @Nullable String one,
      @RestForm("decision") @Nullable String decision,
      @RestForm("item") List<String> ticked,
      @RestForm("justification") @Nullable String justification,
      @RestForm("back") @Nullable String back) {
    tokens.require(token);
    var review = items.review(Guid.of(id), caller.access());
    var answer = TickedItems.of(one, decision, ticked);
    var page = PortalSignIn.PAGES + "/" + review.instance().id();
    var leadsTo = WayBack.of(back == null || back.isEmpty() ? page : page + "?" + back);
    if (answer.versions().isEmpty()) {
      return WayBack.to(Outcome.at(leadsTo, 0, 0));
    }
    var saved =
        record.answerUnchanged(
            caller.access(),
            review.key(),
            answer.versions(),
            answer.decision(),
            reason(justification));
    var first = answer.versions().keySet().iterator().next();
    return WayBack.to(Outcome.at(leadsTo, saved, answer.versions().size() - saved) + "#i" + first);
  }

  /** Says what accepting the recommendations would do, and asks for the reason. */
  @GET
  @Path("/recommendations")
  @Open
  @Requires(READ_REVIEWED)
  @Consumes(MediaType.WILDCARD)
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  public String recommendations(
      @PathParam("instance") String id,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var language = ReaderLanguage.of(accepted);
    var words = language.words();
    var review = items.review(Guid.of(id), caller.access());
    var numbers = items.recommended(review.own());
    long approve = numbers.getOrDefault(Recommendation.Approve, 0L);
    long deny = numbers.getOrDefault(Recommendation.Deny, 0L);
    long none = numbers.getOrDefault(Recommendation.NoInfoAvailable, 0L);
    return new AcceptPage(
            pages.frame(language, words.acceptHeading(), null),
            PortalSignIn.PAGES + "/" + review.instance().id(),
            review.instance().definition().displayName(),
            words.acceptNumbers(
                language.number(approve), language.number(deny), language.number(none)),
            approve + deny == 0 ? null : words.accept(language.number(approve + deny)))
        .render();
  }

  /** Accepts the recommendations of open items; refuses to do so without a reason. */
  @POST
  @Path("/recommendations")
  @Open
  @Requires(ANSWER_SIGNED_IN)
  public RestResponse<Void> accept(
      @PathParam("instance") String id,
      @RestForm(FormTokens.FIELD) @Nullable String token,
      @RestForm("justification") @Nullable String justification) {
    tokens.require(token);
    var review = items.review(Guid.of(id), caller.access());
    var reason = reason(justification);
    if (reason.isBlank()) {
      throw Refused.missing("justification", "the reason for accepting the recommendations");
    }
    var saved = record.acceptRecommendations(caller.access(), review.key(), null, reason);
    return WayBack.to(Outcome.at(PortalSignIn.PAGES + "/" + review.instance().id(), saved, 0));
  }

  private static String reason(@Nullable String text) {
    var reason = Objects.requireNonNullElse(text, "").strip();
    if (reason.length() > LONGEST_JUSTIFICATION || reason.indexOf('\0') >= 0) {
      throw Refused.invalid(
          "justification", "at most " + LONGEST_JUSTIFICATION + " characters of text");
    }
    return reason;
  }
}
