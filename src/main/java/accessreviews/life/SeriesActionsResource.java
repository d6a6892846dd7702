package accessreviews.life;

import static accessreviews.identity.Privilege.WRITE;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.Qualified;
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
  @Qualified
  @Requires(WRITE)
  public void stop(@PathParam("definition") String id) {
    stopping.stop(caller.access(), Guid.of(id));
  }
}
