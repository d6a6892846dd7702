package accessreviews.decisions.answers;

import static accessreviews.identity.Privilege.ANSWER;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.paths.Qualified;
import accessreviews.stages.StagePlace;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code …/stages/{id}/decisions/recordAllDecisions}: one answer to many items. In v1.0 the last
 * segment is the key of a decision, so that this path is beta's alone.
 */
@Path(
    "/{version:beta}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/decisions/recordAllDecisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StageRecordAllDecisionsResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  StageRecordAllDecisionsResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  @POST
  @Qualified
  @OnlyInBeta
  @Requires(ANSWER)
  public void recordAllDecisions(@BeanParam StagePlace place, JsonBody body) {
    var key = place.key();
    decisions.answer(caller.access(), key.instance(), key.stage(), body);
  }
}
