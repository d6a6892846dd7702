package accessreviews.evidence.entries;

import static accessreviews.identity.Privilege.WRITE;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.InstancePlace;
import accessreviews.odata.bodies.JsonBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code …/instances/{id}/acknowledge}. Not part of Graph. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/acknowledge")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class AcknowledgeResource {
  private final Caller caller;
  private final AcknowledgeInstance acknowledging;

  AcknowledgeResource(Caller caller, AcknowledgeInstance acknowledging) {
    this.caller = caller;
    this.acknowledging = acknowledging;
  }

  @POST
  @Requires(WRITE)
  public void acknowledge(@BeanParam InstancePlace place, JsonBody body) {
    acknowledging.acknowledge(caller.access(), place.key(), body);
  }
}
