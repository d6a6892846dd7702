package accessreviews.portal.manage;

import accessreviews.decisions.answers.RecordDecisions;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstancePlace;
import accessreviews.instances.UpdateInstance;
import accessreviews.life.SendReminder;
import accessreviews.life.StopInstance;
import accessreviews.odata.IfMatch;
import accessreviews.odata.paths.Open;
import accessreviews.portal.signin.FormTokens;
import accessreviews.portal.signin.WayBack;
import accessreviews.reviewers.ReviewerScope;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The forms of {@code /reviews/manage/{definition}/{instance}}. */
@Path(Places.ALL + "/{definition}/{instance}")
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class InstanceFormsResource {
  private final Caller caller;
  private final SendReminder reminding;
  private final StopInstance stopping;
  private final RecordDecisions decisions;
  private final UpdateInstance update;
  private final ReviewerFields fields;
  private final FormTokens tokens;

  InstanceFormsResource(
      Caller caller,
      SendReminder reminding,
      StopInstance stopping,
      RecordDecisions decisions,
      UpdateInstance update,
      ReviewerFields fields,
      FormTokens tokens) {
    this.caller = caller;
    this.reminding = reminding;
    this.stopping = stopping;
    this.decisions = decisions;
    this.update = update;
    this.fields = fields;
    this.tokens = tokens;
  }

  /** Reminds those who have open items. */
  @POST
  @Path("/remind")
  @Open
  @Requires(Privilege.WRITE)
  public RestResponse<Void> remind(
      @BeanParam InstancePlace place, @RestForm(FormTokens.FIELD) @Nullable String token) {
    return done(place, token, reminding::send, Done.REMINDED);
  }

  /** Stops the instance. */
  @POST
  @Path("/stop")
  @Open
  @Requires(Privilege.WRITE)
  public RestResponse<Void> stop(
      @BeanParam InstancePlace place, @RestForm(FormTokens.FIELD) @Nullable String token) {
    return done(place, token, stopping::stop, Done.STOPPED);
  }

  /** Takes all answers back. */
  @POST
  @Path("/reset")
  @Open
  @Requires(Privilege.WRITE)
  public RestResponse<Void> reset(
      @BeanParam InstancePlace place, @RestForm(FormTokens.FIELD) @Nullable String token) {
    return done(place, token, decisions::reset, Done.RESET);
  }

  /** Replaces the reviewers. */
  @POST
  @Path("/reviewers")
  @Open
  @Requires(Privilege.WRITE)
  public RestResponse<Void> reviewers(
      @BeanParam InstancePlace place,
      @RestForm(FormTokens.FIELD) @Nullable String token,
      @RestForm("version") @Nullable String version,
      @RestForm("reviewer") List<String> typed) {
    return done(
        place,
        token,
        (access, key) ->
            change(access, key, version, "reviewers", typed, one -> one.reviewers().scopes()),
        Done.REVIEWERS);
  }

  /** Adds fallback reviewers; refuses to take any away. */
  @POST
  @Path("/fallback-reviewers")
  @Open
  @Requires(Privilege.WRITE)
  public RestResponse<Void> fallbackReviewers(
      @BeanParam InstancePlace place,
      @RestForm(FormTokens.FIELD) @Nullable String token,
      @RestForm("version") @Nullable String version,
      @RestForm("reviewer") List<String> typed) {
    return done(
        place,
        token,
        (access, key) ->
            change(
                access,
                key,
                version,
                "fallbackReviewers",
                typed,
                one -> one.fallbackReviewers().scopes()),
        Done.REVIEWERS);
  }

  private void change(
      Access access,
      InstanceKey key,
      @Nullable String version,
      String member,
      List<String> typed,
      Function<AccessReviewInstance, List<ReviewerScope>> scopes) {
    var before = scopes.apply(AccessReviewInstance.required(key, access, LockModeType.NONE));
    update.update(
        access,
        key,
        new IfMatch(version),
        fields.body(member, typed, before),
        AccessReviewInstance::id);
  }

  private RestResponse<Void> done(
      InstancePlace place,
      @Nullable String token,
      BiConsumer<Access, InstanceKey> what,
      Done done) {
    tokens.require(token);
    var key = place.key();
    what.accept(caller.access(), key);
    return WayBack.to(done.at(Places.of(key)));
  }
}
