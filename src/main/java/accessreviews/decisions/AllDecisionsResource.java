package accessreviews.decisions;

import accessreviews.decisions.answers.RecordDecisions;
import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code accessReviews/decisions}: those of all instances; only in beta. */
@Path("/{version}/identityGovernance/accessReviews/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class AllDecisionsResource {
  private static final String SET = "identityGovernance/accessReviews/decisions";

  private final Caller caller;
  private final AllDecisions decisions;
  private final RecordDecisions recording;
  private final Reads reads;

  AllDecisionsResource(
      Caller caller, AllDecisions decisions, RecordDecisions recording, Reads reads) {
    this.caller = caller;
    this.decisions = decisions;
    this.recording = recording;
    this.reads = reads;
  }

  @GET
  @APIResponseSchema(DecisionView.class)
  public Listing list(UriInfo uri) {
    var listed = AllDecisions.listed(caller.may(Operation.LIST_ALL_DECISIONS));
    return reads.list(DecisionType.ANYWHERE, SET, listed, ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri) {
    var listed = AllDecisions.listed(caller.may(Operation.LIST_ALL_DECISIONS));
    return Entities.count(reads.count(DecisionType.ANYWHERE, listed, ODataRequest.ofCount(uri)));
  }

  @GET
  @Path("/filterByCurrentUser")
  @APIResponseSchema(DecisionView.class)
  public Listing filterByCurrentUser(UriInfo uri) {
    var own = decisions.own(caller.may(Operation.FILTER_ALL_DECISIONS).caller());
    return reads.filterByCurrentUser(DecisionType.ANYWHERE, own, ODataRequest.ofList(uri));
  }

  @GET
  @Path("/{decision}")
  @APIResponseSchema(DecisionView.class)
  public RestResponse<Object> get(UriInfo uri, @PathParam("decision") String decision) {
    var found = decisions.required(Guid.of(decision), caller.may(Operation.GET_ANY_DECISION));
    var request = ODataRequest.ofEntity(uri);
    var shown =
        reads.entity(
            DecisionType.ANYWHERE,
            found,
            SET,
            one -> DecisionView.entity(one, request.root(), SET),
            request);
    return Entities.ok(shown, IfMatch.etag(found.version()));
  }

  /** The documented path. */
  @POST
  @Path("/filterByCurrentUser/recordAllDecisions")
  public void recordAllOwn(JsonBody body) {
    recordAllDecisions(body);
  }

  /** The path that the metadata has (operations.md, C30). */
  @POST
  @Path("/recordAllDecisions")
  public void recordAllDecisions(JsonBody body) {
    recording.answerEverywhere(caller.may(Operation.RECORD_DECISIONS_ANYWHERE), body);
  }
}
