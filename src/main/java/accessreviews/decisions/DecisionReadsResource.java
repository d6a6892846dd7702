package accessreviews.decisions;

import static accessreviews.identity.Privilege.LIST;
import static accessreviews.identity.Privilege.READ;
import static accessreviews.identity.Privilege.READ_REVIEWED;

import accessreviews.decisions.items.DecisionState;
import accessreviews.decisions.report.ReportedItems;
import accessreviews.definitions.ReviewsResource;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.paths.Qualified;
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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** The decisions of an instance or of a stage, and the insights of each. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class DecisionReadsResource<E extends DecisionState> extends ReviewsResource<E> {
  private static final String CSV = "text/csv;qs=0.5";

  private final Insights insights;
  private final DecisionsCsv csv;

  DecisionReadsResource(Caller caller, Insights insights, DecisionsCsv csv, CollectionReads reads) {
    super(caller, reads);
    this.insights = insights;
    this.csv = csv;
  }

  /** Those decisions at {@code uri} that are {@code visible}. */
  abstract ServedCollection<E> decisions(UriInfo uri, Condition visible);

  /** The decision at {@code uri}; refuses one out of the caller's reach. */
  abstract E found(UriInfo uri);

  /** Which rows of the report a reader of all decisions at {@code uri} gets of some items. */
  abstract ReportedItems reported(UriInfo uri, List<UUID> items);

  /** The same for a reader of their own decisions only. */
  abstract ReportedItems reportedToReviewer(UriInfo uri, List<UUID> items);

  /** The list as the columns of the history report, for callers who accept CSV. */
  @GET
  @Produces(CSV)
  @Requires(LIST)
  @Operation(hidden = true)
  public Response listAsCsv(UriInfo uri) {
    return csv(all(uri), uri, items -> reported(uri, items));
  }

  /** The same of what the caller reviews. */
  @GET
  @Path("/filterByCurrentUser")
  @Qualified("on='reviewer'")
  @Produces(CSV)
  @Requires(READ_REVIEWED)
  @Operation(hidden = true)
  public Response filterByCurrentUserAsCsv(UriInfo uri) {
    return csv(own(uri), uri, items -> reportedToReviewer(uri, items));
  }

  private Response csv(
      ServedCollection<E> list, UriInfo uri, Function<List<UUID>, ReportedItems> reported) {
    var request = ODataRequest.ofCount(uri);
    StreamingOutput content = out -> csv.send(list, request, reported, out);
    return Response.ok(content, "text/csv;charset=utf-8")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"decisions.csv\"")
        .build();
  }

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
