package accessreviews.portal.reviewing;

import static accessreviews.identity.Privilege.READ_REVIEWED;

import accessreviews.decisions.items.Decision;
import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.identity.browser.PortalSignIn;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.Open;
import accessreviews.odata.reads.Condition;
import accessreviews.portal.Pages;
import accessreviews.portal.ReaderLanguage;
import accessreviews.portal.reviewing.ReviewPage.Filter;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** {@code /reviews/{instance}}: the items of an instance that the signed-in person decides. */
@Path(PortalSignIn.PAGES + "/{instance}")
public class ReviewResource {
  private final Caller caller;
  private final OwnItems items;
  private final Pages pages;
  private final InstantSource clock;

  ReviewResource(Caller caller, OwnItems items, Pages pages, InstantSource clock) {
    this.caller = caller;
    this.items = items;
    this.pages = pages;
    this.clock = clock;
  }

  @GET
  @Open
  @Requires(READ_REVIEWED)
  @Produces(MediaType.TEXT_HTML + ";charset=utf-8")
  public String get(
      @PathParam("instance") String id,
      @BeanParam ItemFilter filter,
      @BeanParam Outcome outcome,
      @QueryParam("after") @Nullable String after,
      @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) @Nullable String accepted) {
    var access = caller.access();
    var language = ReaderLanguage.of(accepted);
    var now = clock.instant();
    var review = items.review(Guid.of(id), access);
    var instance = review.instance();
    var own = review.own();
    var page = items.page(own.and(filter.condition()), after);
    var rows = new Rows(language, access.caller(), now);
    var shown = page.items().stream().map(rows::of).toList();
    var oneself =
        page.items().stream().allMatch(item -> item.principalId().equals(access.caller()));
    var all = items.count(own, OwnItems.MOST_COUNTED);
    var answered = items.count(answered(own), OwnItems.MOST_COUNTED);
    var link = PortalSignIn.PAGES + "/" + instance.id();
    var words = language.words();
    return new ReviewPage(
            pages.frame(language, instance.definition().displayName(), outcome.notice(language)),
            link,
            query(filter.query(), after),
            due(instance, language, now),
            instance.definition().descriptionForReviewers(),
            words.progress(number(answered, language), number(all, language)),
            answered,
            all,
            instance.status() == ReviewStatus.InProgress,
            instance.settings().justificationRequiredOnApproval(),
            oneself && !shown.isEmpty(),
            filter(filter),
            shown,
            page.next() == null ? null : link + "?" + query(filter.query(), page.next()))
        .render();
  }

  private static Condition answered(Condition own) {
    return own.and(Condition.of("e.decision <> :undecided", "undecided", Decision.NotReviewed));
  }

  private static Filter filter(ItemFilter filter) {
    return new Filter(
        filter.text(),
        Objects.requireNonNullElse(filter.recommendation, ""),
        Objects.requireNonNullElse(filter.answered, ""),
        "yes".equals(filter.guests));
  }

  /** A number that is counted up to a limit. */
  private static String number(long counted, ReaderLanguage language) {
    return counted == OwnItems.MOST_COUNTED
        ? "≥ " + language.number(counted)
        : language.number(counted);
  }

  private static String query(String filter, @Nullable String after) {
    return Stream.of(filter, after == null || after.length() > 40 ? "" : "after=" + after)
        .filter(part -> !part.isEmpty() && part.matches("[!-~]*"))
        .collect(Collectors.joining("&"));
  }

  private static String due(AccessReviewInstance instance, ReaderLanguage language, Instant now) {
    var end = instance.endDateTime();
    if (instance.status() != ReviewStatus.InProgress) {
      return language.words().over(language.lastDay(end == null || end.isAfter(now) ? now : end));
    }
    return end == null ? "" : language.left(end, now);
  }
}
