package accessreviews.decisions;

import static accessreviews.identity.Privilege.READ;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.definitions.ReviewsResource;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.reads.CollectionReads;
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
public class AllDecisionsResource extends ReviewsResource<AccessReviewInstanceDecisionItem> {
  private final AllDecisions decisions;

  AllDecisionsResource(Caller caller, AllDecisions decisions, CollectionReads reads) {
    super(caller, reads);
    this.decisions = decisions;
  }

  @Override
  protected ServedCollection<AccessReviewInstanceDecisionItem> all(UriInfo uri) {
    return DecisionType.anywhere(decisions.listed(caller.access()));
  }

  @Override
  protected ServedCollection<AccessReviewInstanceDecisionItem> own(UriInfo uri) {
    return DecisionType.anywhere(decisions.own(caller.access().caller()));
  }

  @GET
  @Path("/{decision}")
  @Requires(READ)
  @APIResponseSchema(DecisionView.class)
  public RestResponse<Object> get(UriInfo uri, @PathParam("decision") String decision) {
    var found = decisions.required(Guid.of(decision), caller.access());
    return reads.one(all(uri), found, IfMatch.etag(found.version()), uri);
  }
}
