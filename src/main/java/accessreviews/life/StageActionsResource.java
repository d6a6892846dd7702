package accessreviews.life;

import static accessreviews.identity.Privilege.WRITE;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.paths.Qualified;
import accessreviews.stages.StagePlace;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
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
  @Qualified
  @Requires(WRITE)
  public void stop(@BeanParam StagePlace place) {
    stopping.stop(caller.access(), place.key());
  }
}
