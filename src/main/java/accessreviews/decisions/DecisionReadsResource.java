package accessreviews.decisions;

import static accessreviews.identity.Privilege.READ;

import accessreviews.decisions.items.DecisionState;
import accessreviews.definitions.ReviewsResource;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
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

/** The decisions of an instance or of a stage, and the insights of each. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class DecisionReadsResource<E extends DecisionState> extends ReviewsResource<E> {
  private final Insights insights;

  DecisionReadsResource(Caller caller, Insights insights, CollectionReads reads) {
    super(caller, reads);
    this.insights = insights;
  }

  /** Those decisions at {@code uri} that are {@code visible}. */
  abstract ServedCollection<E> decisions(UriInfo uri, Condition visible);

  /** The decision at {@code uri}; refuses one out of the caller's reach. */
  abstract E found(UriInfo uri);

  /** One decision. */
  @GET
  @Path("/{decision}")
  @Requires(READ)
  @APIResponseSchema(DecisionView.class)
  public RestResponse<Object> get(UriInfo uri) {
    var found = found(uri);
    return reads.one(decisions(uri, Condition.NEVER), found, IfMatch.etag(found.version()), uri);
  }

  /** The insights of a decision. */
  @GET
  @Path("/{decision}/insights")
  @Requires(READ)
  public Listing insights(UriInfo uri) {
    return insights.list(found(uri), path(uri), ODataRequest.ofMembers(uri));
  }

  /** How many insights a decision has. */
  @GET
  @Path("/{decision}/insights/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ)
  public RestResponse<String> insightCount(UriInfo uri) {
    var found = found(uri);
    ODataRequest.ofWhole(uri); // refuses options
    return Entities.count(Insight.of(found).size());
  }

  /** One insight of a decision. */
  @GET
  @Path("/{decision}/insights/{insight}")
  @Requires(READ)
  @APIResponseSchema(Insight.class)
  public Object insight(UriInfo uri, @PathParam("insight") String insight) {
    return insights.one(found(uri), Guid.of(insight), path(uri), ODataRequest.ofEntity(uri));
  }

  private String path(UriInfo uri) {
    return decisions(uri, Condition.NEVER).path();
  }
}
