package accessreviews.decisions.answers;

import static accessreviews.identity.Privilege.ANSWER;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.InstancePlace;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.paths.Qualified;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code …/instances/{id}/decisions/recordAllDecisions}: one answer to many items. In v1.0 the last
 * segment is the key of a decision, so that this path is beta's alone.
 */
@Path(
    "/{version:beta}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/decisions/recordAllDecisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class RecordAllDecisionsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  RecordAllDecisionsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  @POST
  @Qualified
  @OnlyInBeta
  @Requires(ANSWER)
  public void recordAllDecisions(@BeanParam InstancePlace place, JsonBody body) {
    decisions.answer(caller.access(), place.key(), null, body);
  }
}
