package accessreviews.decisions;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstanceType;
import accessreviews.instances.InstanceView;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
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

/** {@code …/instances/{id}/decisions}. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class DecisionsResource {
  private final Caller caller;
  private final DecisionsInReach inReach;
  private final Insights insights;
  private final Reads reads;

  DecisionsResource(Caller caller, DecisionsInReach inReach, Insights insights, Reads reads) {
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
      @PathParam("instance") String instance) {
    var key = listed(definition, instance);
    return reads.list(
        DecisionType.TYPE, DecisionType.set(key), inReach.allItems(key), ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var key = listed(definition, instance);
    return Entities.count(
        reads.count(DecisionType.TYPE, inReach.allItems(key), ODataRequest.ofCount(uri)));
  }

  /** The instance, all of whose decisions the caller may list. */
  private InstanceKey listed(String definition, String instance) {
    var access = caller.may(Operation.LIST_DECISIONS);
    var key = InstanceKey.of(definition, instance);
    AccessReviewInstance.required(key, access, LockModeType.NONE);
    return key;
  }

  @GET
  @Path("/filterByCurrentUser")
  @APIResponseSchema(DecisionView.class)
  public Listing filterByCurrentUser(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var access = caller.may(Operation.FILTER_DECISIONS);
    return reads.filterByCurrentUser(
        DecisionType.TYPE,
        inReach.ownItems(InstanceKey.of(definition, instance), access.caller()),
        ODataRequest.ofList(uri));
  }

  @GET
  @Path("/{decision}")
  @APIResponseSchema(DecisionView.class)
  public RestResponse<Object> get(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("decision") String decision) {
    var key = InstanceKey.of(definition, instance);
    var found = inReach.required(key, Guid.of(decision), caller.may(Operation.GET_DECISION));
    var request = ODataRequest.ofEntity(uri);
    var set = DecisionType.set(key);
    var shown =
        reads.entity(
            DecisionType.TYPE,
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
      @PathParam("decision") String decision) {
    var key = InstanceKey.of(definition, instance);
    var found = inReach.required(key, Guid.of(decision), caller.may(Operation.GET_INSIGHTS));
    return insights.list(found, DecisionType.set(key), ODataRequest.ofMembers(uri));
  }

  @GET
  @Path("/{decision}/insights/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> insightCount(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("decision") String decision) {
    var key = InstanceKey.of(definition, instance);
    var found = inReach.required(key, Guid.of(decision), caller.may(Operation.GET_INSIGHTS));
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
      @PathParam("decision") String decision,
      @PathParam("insight") String insight) {
    var key = InstanceKey.of(definition, instance);
    var found = inReach.required(key, Guid.of(decision), caller.may(Operation.GET_INSIGHTS));
    return insights.one(found, Guid.of(insight), DecisionType.set(key), ODataRequest.ofEntity(uri));
  }

  /** Only in beta: the instance of an item. */
  @GET
  @Path("/{decision}/instance")
  @APIResponseSchema(InstanceView.class)
  public RestResponse<Object> instance(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("decision") String decision) {
    var access = caller.may(Operation.GET_DECISION_INSTANCE);
    var key = InstanceKey.of(definition, instance);
    inReach.required(key, Guid.of(decision), access);
    var found = AccessReviewInstance.required(key, access, LockModeType.NONE);
    var shown = InstanceType.entity(found, reads, ODataRequest.ofEntity(uri));
    return Entities.ok(shown, InstanceType.etag(found));
  }
}
