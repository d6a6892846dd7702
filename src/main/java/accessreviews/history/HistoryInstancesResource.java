package accessreviews.history;

import static accessreviews.identity.Privilege.DOWNLOAD_HISTORY;
import static accessreviews.identity.Privilege.LIST_HISTORY;
import static accessreviews.identity.Privilege.READ_HISTORY;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.paths.Qualified;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.Reads;
import accessreviews.odata.reads.ServedCollection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code …/historyDefinitions/{id}/instances}: the reports, and the links to their files. */
@Path("/{version}/identityGovernance/accessReviews/historyDefinitions/{history}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class HistoryInstancesResource {
  private final Caller caller;
  private final GenerateDownloadUri generation;
  private final CollectionReads collections;
  private final Reads reads;
  private final InstantSource clock;

  HistoryInstancesResource(
      Caller caller,
      GenerateDownloadUri generation,
      CollectionReads collections,
      Reads reads,
      InstantSource clock) {
    this.caller = caller;
    this.generation = generation;
    this.collections = collections;
    this.reads = reads;
    this.clock = clock;
  }

  /** The reports of the definition at {@code uri}, which show links: for those who list it. */
  private ServedCollection<AccessReviewHistoryInstance> all(UriInfo uri) {
    var found =
        AccessReviewHistoryDefinition.required(
            Guid.in(uri, "history"), caller.access(), clock.instant());
    var lists = caller.may(LIST_HISTORY);
    if (!lists.isByRole() && !found.isCreatedBy(lists)) {
      throw Caller.notAuthorized();
    }
    return HistoryInstanceType.of(found.id());
  }

  /** A page of the reports. */
  @GET
  @Requires(READ_HISTORY)
  public Listing list(UriInfo uri) {
    return collections.list(all(uri), uri);
  }

  /** How many reports there are. */
  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_HISTORY)
  public RestResponse<String> count(UriInfo uri) {
    return collections.count(all(uri), uri);
  }

  @GET
  @Path("/{report}")
  @Requires(READ_HISTORY)
  @APIResponseSchema(HistoryInstanceView.class)
  public Object get(UriInfo uri, @PathParam("report") String report) {
    var all = all(uri);
    var id = Guid.of(report);
    var found =
        reads
            .one(all.type(), all.visible().and(Condition.of("e.id = :id", "id", id)))
            .orElseThrow(() -> Guid.unknown(id));
    return collections.one(all, found, uri);
  }

  /** Makes a link to the file of a report. */
  @POST
  @Path("/{report}/generateDownloadUri")
  @Qualified
  @Requires(DOWNLOAD_HISTORY)
  public HistoryInstanceView generateDownloadUri(UriInfo uri, @PathParam("report") String report) {
    return generation.generate(
        caller.access(), Guid.in(uri, "history"), Guid.of(report), ServiceRoot.of(uri));
  }
}
