package accessreviews.decisions.answers;

import static accessreviews.identity.Privilege.ANSWER;
import static accessreviews.identity.Privilege.ANSWER_SIGNED_IN;
import static accessreviews.identity.Privilege.WRITE;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.InstancePlace;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.Qualified;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers to many items of an instance at once, below {@code …/instances/{id}}. */
@Path("/{version}/identityGovernance/accessReviews/definitions/{definition}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class InstanceAnswersResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  InstanceAnswersResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  /** Unanswered items are decided as recommended. */
  @POST
  @Path("/{instance}/acceptRecommendations")
  @Qualified
  @Requires(ANSWER_SIGNED_IN)
  public void acceptRecommendations(@BeanParam InstancePlace place) {
    decisions.acceptRecommendations(caller.access(), place.key(), null, "");
  }

  /** One answer to many items. */
  @POST
  @Path("/{instance}/batchRecordDecisions")
  @Qualified
  @Requires(ANSWER)
  public void batchRecordDecisions(@BeanParam InstancePlace place, JsonBody body) {
    decisions.record(caller.access(), place.key(), null, body);
  }

  /** All answers are taken back. */
  @POST
  @Path("/{instance}/resetDecisions")
  @Qualified
  @Requires(WRITE)
  public void resetDecisions(@BeanParam InstancePlace place) {
    decisions.reset(caller.access(), place.key());
  }
}
