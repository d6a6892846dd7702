package accessreviews.decisions;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** What is done to all decisions of an instance. */
@Path(
    "/{version:v1\\.0|beta}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class InstanceActionsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  InstanceActionsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  @POST
  @Path("/batchRecordDecisions")
  public void batchRecordDecisions(
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      JsonBody body) {
    var access = caller.may(Operation.BATCH_RECORD_DECISIONS);
    decisions.record(access, InstanceKey.of(definition, instance), null, body);
  }

  @POST
  @Path("/acceptRecommendations")
  public void acceptRecommendations(
      @PathParam("definition") String definition, @PathParam("instance") String instance) {
    var access = caller.may(Operation.ACCEPT_RECOMMENDATIONS);
    decisions.acceptRecommendations(access, InstanceKey.of(definition, instance), null);
  }

  @POST
  @Path("/resetDecisions")
  public void resetDecisions(
      @PathParam("definition") String definition, @PathParam("instance") String instance) {
    var access = caller.may(Operation.RESET_DECISIONS);
    decisions.reset(access, InstanceKey.of(definition, instance));
  }
}
