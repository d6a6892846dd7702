package accessreviews.decisions;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code …/stages/{id}/decisions}: as they are in that stage. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StageDecisionsResource {
  private final Caller caller;
  private final DecisionsInReach inReach;
  private final Insights insights;
  private final Reads reads;

  StageDecisionsResource(Caller caller, DecisionsInReach inReach, Insights insights, Reads reads) {
    this.caller = caller;
    this.inReach = inReach;
    this.insights = insights;
    this.reads = reads;
  }

  @GET
  @APIResponseSchema(DecisionView.class)
  public Listing list(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage) {
    var key = StageDecisionsKey.of(definition, instance, stage);
    var listed = listed(key);
    return reads.list(DecisionType.IN_STAGE, key.set(), listed, ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage) {
    var key = StageDecisionsKey.of(definition, instance, stage);
    var listed = listed(key);
    return Entities.count(reads.count(DecisionType.IN_STAGE, listed, ODataRequest.ofCount(uri)));
  }

  /** The decisions of a stage, if the caller may list all of them. */
  private Condition listed(StageDecisionsKey key) {
    var access = caller.may(Operation.LIST_STAGE_DECISIONS);
    AccessReviewInstance.required(key.instance(), access, LockModeType.NONE);
    return inReach.all(key, access);
  }

  @GET
  @Path("/filterByCurrentUser")
  @APIResponseSchema(DecisionView.class)
  public Listing filterByCurrentUser(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage) {
    var access = caller.may(Operation.FILTER_STAGE_DECISIONS);
    return reads.filterByCurrentUser(
        DecisionType.IN_STAGE,
        inReach.ownDecisions(StageDecisionsKey.of(definition, instance, stage), access.caller()),
        ODataRequest.ofList(uri));
  }

  @GET
  @Path("/{decision}")
  @APIResponseSchema(DecisionView.class)
  public RestResponse<Object> get(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage,
      @PathParam("decision") String decision) {
    var key = StageDecisionsKey.of(definition, instance, stage);
    var found = inReach.required(key, Guid.of(decision), caller.may(Operation.GET_STAGE_DECISION));
    var request = ODataRequest.ofEntity(uri);
    var set = key.set();
    var shown =
        reads.entity(
            DecisionType.IN_STAGE,
            found,
            set,
            one -> DecisionView.entity(one, request.root(), set),
            request);
    return Entities.ok(shown, IfMatch.etag(found.version()));
  }

  @GET
  @Path("/{decision}/insights")
  @APIResponseSchema(Insight.class)
  public Listing insights(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage,
      @PathParam("decision") String decision) {
    var key = StageDecisionsKey.of(definition, instance, stage);
    var found = inReach.required(key, Guid.of(decision), caller.may(Operation.GET_STAGE_INSIGHTS));
    return insights.list(found, key.set(), ODataRequest.ofMembers(uri));
  }

  @GET
  @Path("/{decision}/insights/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> insightCount(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage,
      @PathParam("decision") String decision) {
    var key = StageDecisionsKey.of(definition, instance, stage);
    var found = inReach.required(key, Guid.of(decision), caller.may(Operation.GET_STAGE_INSIGHTS));
    ODataRequest.ofWhole(uri);
    return Entities.count(Insight.of(found).size());
  }

  @GET
  @Path("/{decision}/insights/{insight}")
  @APIResponseSchema(Insight.class)
  public Object insight(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage,
      @PathParam("decision") String decision,
      @PathParam("insight") String insight) {
    var key = StageDecisionsKey.of(definition, instance, stage);
    var found = inReach.required(key, Guid.of(decision), caller.may(Operation.GET_STAGE_INSIGHTS));
    return insights.one(found, Guid.of(insight), key.set(), ODataRequest.ofEntity(uri));
  }
}
