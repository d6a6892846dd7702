package accessreviews.history;

import static accessreviews.identity.Privilege.CREATE_HISTORY;
import static accessreviews.identity.Privilege.LIST_HISTORY;
import static accessreviews.identity.Privilege.READ_HISTORY;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Listing;
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

/** {@code identityGovernance/accessReviews/historyDefinitions}. */
@Path("/{version}/identityGovernance/accessReviews/historyDefinitions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class HistoryDefinitionsResource {
  private final Caller caller;
  private final CreateHistory creation;
  private final CollectionReads reads;
  private final InstantSource clock;

  HistoryDefinitionsResource(
      Caller caller, CreateHistory creation, CollectionReads reads, InstantSource clock) {
    this.caller = caller;
    this.creation = creation;
    this.reads = reads;
    this.clock = clock;
  }

  /** A page of the definitions. */
  @GET
  @Requires(LIST_HISTORY)
  public Listing list(UriInfo uri) {
    return reads.list(HistoryDefinitionType.listed(caller.access(), clock.instant()), uri);
  }

  /** How many definitions there are. */
  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(LIST_HISTORY)
  public RestResponse<String> count(UriInfo uri) {
    return reads.count(HistoryDefinitionType.listed(caller.access(), clock.instant()), uri);
  }

  @POST
  @Requires(CREATE_HISTORY)
  public RestResponse<HistoryDefinitionView> create(UriInfo uri, JsonBody body) {
    var definition = creation.create(caller.access(), body);
    var view = HistoryDefinitionView.entity(definition, ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{history}")
  @Requires(READ_HISTORY)
  @APIResponseSchema(HistoryDefinitionView.class)
  public Object get(UriInfo uri, @PathParam("history") String id) {
    var now = clock.instant();
    var found = AccessReviewHistoryDefinition.required(Guid.of(id), caller.access(), now);
    return reads.one(HistoryDefinitionType.all(now), found, uri);
  }
}
