package accessreviews.decisions.answers;

import static accessreviews.identity.Privilege.ANSWER_SIGNED_IN;

import accessreviews.decisions.StageDecisionPlace;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers to single decisions of a stage. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StageRecordingResource {
  private final Caller caller;
  private final RecordDecision single;

  StageRecordingResource(Caller caller, RecordDecision single) {
    this.caller = caller;
    this.single = single;
  }

  @PATCH
  @Path("/{decision}")
  @Requires(ANSWER_SIGNED_IN)
  public RestResponse<Void> merge(
      @BeanParam StageDecisionPlace place, @BeanParam IfMatch ifMatch, JsonBody body) {
    var key = place.key();
    return Entities.changed(
        single.record(caller.access(), key.instance(), key.stage(), place.id(), ifMatch, body));
  }
}
