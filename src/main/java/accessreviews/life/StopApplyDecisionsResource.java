package accessreviews.life;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code …/instances/{id}/stopApplyDecisions}; only in beta. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stopApplyDecisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StopApplyDecisionsResource {
  private final Caller caller;
  private final StopApplying stopping;

  StopApplyDecisionsResource(Caller caller, StopApplying stopping) {
    this.caller = caller;
    this.stopping = stopping;
  }

  @POST
  public void stopApplyDecisions(
      @PathParam("definition") String definition, @PathParam("instance") String instance) {
    stopping.stop(caller.may(Operation.STOP_APPLY_DECISIONS), InstanceKey.of(definition, instance));
  }
}
