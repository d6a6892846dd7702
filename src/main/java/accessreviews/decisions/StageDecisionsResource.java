package accessreviews.decisions;

import static accessreviews.identity.Privilege.LIST;
import static accessreviews.identity.Privilege.READ;
import static accessreviews.identity.Privilege.READ_REVIEWED;

import accessreviews.decisions.items.StageDecision;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.paths.Qualified;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.ServedCollection;
import accessreviews.stages.StagePlace;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
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
  private final CollectionReads reads;

  StageDecisionsResource(
      Caller caller, DecisionsInReach inReach, Insights insights, CollectionReads reads) {
    this.caller = caller;
    this.inReach = inReach;
    this.insights = insights;
    this.reads = reads;
  }

  @GET
  @Requires(LIST)
  @APIResponseSchema(DecisionView.class)
  public Listing list(UriInfo uri, @BeanParam StagePlace place) {
    return reads.list(all(place), uri);
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(LIST)
  public RestResponse<String> count(UriInfo uri, @BeanParam StagePlace place) {
    return reads.count(all(place), uri);
  }

  private ServedCollection<StageDecision> all(StagePlace place) {
    var key = place.key();
    AccessReviewInstance.required(key.instance(), caller.access(), LockModeType.NONE);
    return DecisionType.of(key, inReach.all(key, caller.access()));
  }

  @GET
  @Path("/filterByCurrentUser")
  @Qualified("on='reviewer'")
  @Requires(READ_REVIEWED)
  @APIResponseSchema(DecisionView.class)
  public Listing filterByCurrentUser(UriInfo uri, @BeanParam StagePlace place) {
    var key = place.key();
    var own = inReach.ownDecisions(key, caller.access().caller());
    return reads.filterByCurrentUser(DecisionType.of(key, own), uri);
  }

  @GET
  @Path("/{decision}")
  @Requires(READ)
  @APIResponseSchema(DecisionView.class)
  public RestResponse<Object> get(UriInfo uri, @BeanParam StageDecisionPlace place) {
    var found = found(place);
    return reads.one(of(place), found, IfMatch.etag(found.version()), uri);
  }

  @GET
  @Path("/{decision}/insights")
  @Requires(READ)
  @APIResponseSchema(Insight.class)
  public Listing insights(UriInfo uri, @BeanParam StageDecisionPlace place) {
    return insights.list(found(place), of(place).path(), ODataRequest.ofMembers(uri));
  }

  @GET
  @Path("/{decision}/insights/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ)
  public RestResponse<String> insightCount(UriInfo uri, @BeanParam StageDecisionPlace place) {
    var found = found(place);
    ODataRequest.ofWhole(uri); // refuses options
    return Entities.count(Insight.of(found).size());
  }

  @GET
  @Path("/{decision}/insights/{insight}")
  @Requires(READ)
  @APIResponseSchema(Insight.class)
  public Object insight(
      UriInfo uri, @BeanParam StageDecisionPlace place, @PathParam("insight") String insight) {
    return insights.one(
        found(place), Guid.of(insight), of(place).path(), ODataRequest.ofEntity(uri));
  }

  private StageDecision found(StageDecisionPlace place) {
    return inReach.required(place.key(), place.id(), caller.access());
  }

  /** The collection that {@code place} is in. */
  private static ServedCollection<StageDecision> of(StageDecisionPlace place) {
    return DecisionType.of(place.key(), Condition.NEVER);
  }
}
