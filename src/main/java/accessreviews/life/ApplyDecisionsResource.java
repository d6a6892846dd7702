package accessreviews.life;

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

/** {@code …/instances/{id}/applyDecisions}. */
@Path("/{version}/identityGovernance/accessReviews/definitions/{definition}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ApplyDecisionsResource {
  private final Caller caller;
  private final ApplyInstance applying;

  ApplyDecisionsResource(Caller caller, ApplyInstance applying) {
    this.caller = caller;
    this.applying = applying;
  }

  @POST
  @Path("/{instance}/applyDecisions")
  public void applyDecisions(
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      JsonBody body) {
    var access = caller.may(Operation.APPLY_DECISIONS);
    applying.apply(access, InstanceKey.of(definition, instance), body);
  }
}
