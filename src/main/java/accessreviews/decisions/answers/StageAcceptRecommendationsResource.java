package accessreviews.decisions.answers;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code …/stages/{id}/acceptRecommendations}: unanswered items are decided as recommended; only in
 * beta.
 */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/acceptRecommendations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StageAcceptRecommendationsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  StageAcceptRecommendationsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  @POST
  public void acceptRecommendations(
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage) {
    var access = caller.may(Operation.ACCEPT_STAGE_RECOMMENDATIONS);
    decisions.acceptRecommendations(access, InstanceKey.of(definition, instance), Guid.of(stage));
  }
}
