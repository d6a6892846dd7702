package accessreviews.decisions.answers;

import static accessreviews.identity.Privilege.ANSWER;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.paths.Qualified;
import accessreviews.stages.StagePlace;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Answers to many items of a stage at once, below {@code …/stages/{id}}. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@OnlyInBeta
public class StageAnswersResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  StageAnswersResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  /** Unanswered items are decided as recommended. */
  @POST
  @Path("/{stage}/acceptRecommendations")
  @Qualified
  @Requires(ANSWER)
  public void acceptRecommendations(@BeanParam StagePlace place) {
    var key = place.key();
    decisions.acceptRecommendations(caller.access(), key.instance(), key.stage(), "");
  }

  /** One answer to many items. */
  @POST
  @Path("/{stage}/batchRecordDecisions")
  @Qualified
  @Requires(ANSWER)
  public void batchRecordDecisions(@BeanParam StagePlace place, JsonBody body) {
    var key = place.key();
    decisions.record(caller.access(), key.instance(), key.stage(), body);
  }
}
