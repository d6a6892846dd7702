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

/** {@code …/instances/{id}/acceptRecommendations}: unanswered items are decided as recommended. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/acceptRecommendations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class AcceptRecommendationsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  AcceptRecommendationsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  @POST
  public void acceptRecommendations(
      @PathParam("definition") String definition, @PathParam("instance") String instance) {
    var access = caller.may(Operation.ACCEPT_RECOMMENDATIONS);
    decisions.acceptRecommendations(access, InstanceKey.of(definition, instance), null);
  }
}
