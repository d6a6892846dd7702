package accessreviews.decisions.answers;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code …/instances/{id}/resetDecisions}: all answers are taken back. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/resetDecisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ResetDecisionsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  ResetDecisionsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  @POST
  public void resetDecisions(
      @PathParam("definition") String definition, @PathParam("instance") String instance) {
    var access = caller.may(Operation.RESET_DECISIONS);
    decisions.reset(access, InstanceKey.of(definition, instance));
  }
}
