package accessreviews.decisions.answers;

import static accessreviews.identity.Privilege.ANSWER_SIGNED_IN;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers to single decisions, of an instance or of a stage. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class RecordDecisionResource {
  private final Caller caller;
  private final RecordDecision single;

  RecordDecisionResource(Caller caller, RecordDecision single) {
    this.caller = caller;
    this.single = single;
  }

  /** Answers one decision. */
  @PATCH
  @Path("/{decision}")
  @Requires(ANSWER_SIGNED_IN)
  public RestResponse<Void> merge(
      @BeanParam AnsweredPlace place,
      @PathParam("decision") String decision,
      @BeanParam IfMatch ifMatch,
      JsonBody body) {
    return Entities.changed(
        single.record(
            caller.access(),
            place.instanceKey(),
            place.stageId(),
            Guid.of(decision),
            ifMatch,
            body));
  }

  /** {@code …/instances/{id}/decisions/{id}}. */
  @Path(
      "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/decisions")
  public static class InstanceRecordDecisionResource extends RecordDecisionResource {
    InstanceRecordDecisionResource(Caller caller, RecordDecision single) {
      super(caller, single);
    }
  }

  /** {@code …/stages/{id}/decisions/{id}}. */
  @Path(
      "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/decisions")
  public static class StageRecordDecisionResource extends RecordDecisionResource {
    StageRecordDecisionResource(Caller caller, RecordDecision single) {
      super(caller, single);
    }
  }
}
