package accessreviews.decisions;

import static accessreviews.identity.Privilege.LIST;
import static accessreviews.identity.Privilege.READ;
import static accessreviews.identity.Privilege.READ_REVIEWED;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.paths.Qualified;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ServedCollection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code accessReviews/decisions}: those of all instances. */
@Path("/{version}/identityGovernance/accessReviews/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@OnlyInBeta
public class AllDecisionsResource {
  private final Caller caller;
  private final AllDecisions decisions;
  private final CollectionReads reads;

  AllDecisionsResource(Caller caller, AllDecisions decisions, CollectionReads reads) {
    this.caller = caller;
    this.decisions = decisions;
    this.reads = reads;
  }

  @GET
  @Requires(LIST)
  @APIResponseSchema(DecisionView.class)
  public Listing list(UriInfo uri) {
    return reads.list(all(), uri);
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(LIST)
  public RestResponse<String> count(UriInfo uri) {
    return reads.count(all(), uri);
  }

  private ServedCollection<AccessReviewInstanceDecisionItem> all() {
    return DecisionType.anywhere(AllDecisions.listed(caller.access()));
  }

  @GET
  @Path("/filterByCurrentUser")
  @Qualified("on='reviewer'")
  @Requires(READ_REVIEWED)
  @APIResponseSchema(DecisionView.class)
  public Listing filterByCurrentUser(UriInfo uri) {
    var own = decisions.own(caller.access().caller());
    return reads.filterByCurrentUser(DecisionType.anywhere(own), uri);
  }

  @GET
  @Path("/{decision}")
  @Requires(READ)
  @APIResponseSchema(DecisionView.class)
  public RestResponse<Object> get(UriInfo uri, @PathParam("decision") String decision) {
    var found = decisions.required(Guid.of(decision), caller.access());
    return reads.one(all(), found, IfMatch.etag(found.version()), uri);
  }
}
