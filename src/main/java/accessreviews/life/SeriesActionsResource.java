package accessreviews.life;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.Guid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code …/definitions/{id}/stop}. */
@Path("/{version}/identityGovernance/accessReviews/definitions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class SeriesActionsResource {
  private final Caller caller;
  private final StopDefinition stopping;

  SeriesActionsResource(Caller caller, StopDefinition stopping) {
    this.caller = caller;
    this.stopping = stopping;
  }

  @POST
  @Path("/{definition}/stop")
  public void stop(@PathParam("definition") String id) {
    stopping.stop(caller.may(Operation.STOP_DEFINITION), Guid.of(id));
  }
}
