package accessreviews.life;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.stages.StageKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code …/stages/{id}/stop}. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StageActionsResource {
  private final Caller caller;
  private final StopStage stopping;

  StageActionsResource(Caller caller, StopStage stopping) {
    this.caller = caller;
    this.stopping = stopping;
  }

  @POST
  @Path("/{stage}/stop")
  public void stop(
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage) {
    stopping.stop(caller.may(Operation.STOP_STAGE), StageKey.of(definition, instance, stage));
  }
}
