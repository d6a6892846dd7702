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

/** {@code …/instances/{id}/stop}. */
@Path("/{version}/identityGovernance/accessReviews/definitions/{definition}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class InstanceActionsResource {
  private final Caller caller;
  private final StopInstance stopping;

  InstanceActionsResource(Caller caller, StopInstance stopping) {
    this.caller = caller;
    this.stopping = stopping;
  }

  @POST
  @Path("/{instance}/stop")
  public void stop(
      @PathParam("definition") String definition, @PathParam("instance") String instance) {
    stopping.stop(caller.may(Operation.STOP_INSTANCE), InstanceKey.of(definition, instance));
  }
}
