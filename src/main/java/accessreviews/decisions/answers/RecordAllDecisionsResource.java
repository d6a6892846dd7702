package accessreviews.decisions.answers;

import static accessreviews.identity.Privilege.ANSWER;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.paths.Qualified;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code …/decisions/recordAllDecisions}: one answer to many items of an instance or of a stage. In
 * v1.0 the last segment is the key of a decision, so that these paths are beta's alone.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class RecordAllDecisionsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  RecordAllDecisionsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  /** Answers all that fit the body. */
  @POST
  @Qualified
  @OnlyInBeta
  @Requires(ANSWER)
  public void recordAllDecisions(@BeanParam AnsweredPlace place, JsonBody body) {
    decisions.answer(caller.access(), place.instanceKey(), place.stageId(), body);
  }

  /** Those of {@code …/instances/{id}}. */
  @Path(
      "/{version:beta}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/decisions/recordAllDecisions")
  public static class InstanceRecordAllDecisionsResource extends RecordAllDecisionsResource {
    InstanceRecordAllDecisionsResource(Caller caller, RecordDecisions decisions) {
      super(caller, decisions);
    }
  }

  /** Those of {@code …/stages/{id}}. */
  @Path(
      "/{version:beta}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/decisions/recordAllDecisions")
  public static class StageRecordAllDecisionsResource extends RecordAllDecisionsResource {
    StageRecordAllDecisionsResource(Caller caller, RecordDecisions decisions) {
      super(caller, decisions);
    }
  }
}
