package accessreviews.decisions.answers;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code …/stages/{id}/decisions/recordAllDecisions}: one answer to many items; only in beta. */
@Path(
    "/{version:beta}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/decisions/recordAllDecisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StageRecordAllDecisionsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  StageRecordAllDecisionsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  @POST
  public void recordAllDecisions(
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage,
      JsonBody body) {
    var access = caller.may(Operation.RECORD_ALL_STAGE_DECISIONS);
    decisions.answer(access, InstanceKey.of(definition, instance), Guid.of(stage), body);
  }
}
