package accessreviews.decisions.answers;

import static accessreviews.identity.Privilege.ANSWER;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.paths.Qualified;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code accessReviews/decisions/recordAllDecisions}: one answer to items of all instances. */
@Path("/{version}/identityGovernance/accessReviews/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@OnlyInBeta
public class RecordEverywhereResource {
  private final Caller caller;
  private final RecordDecisions decisions;

  RecordEverywhereResource(Caller caller, RecordDecisions decisions) {
    this.caller = caller;
    this.decisions = decisions;
  }

  /** The documented path. */
  @POST
  @Path("/filterByCurrentUser/recordAllDecisions")
  @Qualified
  @Requires(ANSWER)
  public void recordAllOwn(JsonBody body) {
    decisions.answerEverywhere(caller.access(), body);
  }

  /** The path that the metadata has (operations.md, C30). */
  @POST
  @Path("/recordAllDecisions")
  @Qualified
  @Requires(ANSWER)
  public void recordAllDecisions(JsonBody body) {
    decisions.answerEverywhere(caller.access(), body);
  }
}
