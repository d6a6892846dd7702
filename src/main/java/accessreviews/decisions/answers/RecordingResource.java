package accessreviews.decisions.answers;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers to the decisions of an instance, one by one. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class RecordingResource {
  private final Caller caller;
  private final RecordDecision single;

  RecordingResource(Caller caller, RecordDecision single) {
    this.caller = caller;
    this.single = single;
  }

  @PATCH
  @Path("/{decision}")
  public RestResponse<Void> merge(
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("decision") String decision,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonBody body) {
    var access = caller.may(Operation.UPDATE_DECISION);
    var key = InstanceKey.of(definition, instance);
    return Entities.changed(
        single.record(access, key, null, Guid.of(decision), new IfMatch(ifMatch), body));
  }
}
