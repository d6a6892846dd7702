package accessreviews.decisions.answers;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.bodies.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code …/instances/{id}/batchRecordDecisions}: one answer to many items. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/batchRecordDecisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class BatchRecordDecisionsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  BatchRecordDecisionsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  @POST
  public void batchRecordDecisions(
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      JsonBody body) {
    var access = caller.may(Operation.BATCH_RECORD_DECISIONS);
    decisions.record(access, InstanceKey.of(definition, instance), null, body);
  }
}
