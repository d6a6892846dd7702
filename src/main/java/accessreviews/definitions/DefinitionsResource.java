package accessreviews.definitions;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import accessreviews.platform.due.DueTransitions;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code identityGovernance/accessReviews/definitions}. */
@Path("/{version}/identityGovernance/accessReviews/definitions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class DefinitionsResource {
  private final Caller caller;
  private final CreateDefinition creation;
  private final UpdateDefinition update;
  private final DeleteDefinition deletion;
  private final DueTransitions transitions;
  private final Reads reads;

  DefinitionsResource(
      Caller caller,
      CreateDefinition creation,
      UpdateDefinition update,
      DeleteDefinition deletion,
      DueTransitions transitions,
      Reads reads) {
    this.caller = caller;
    this.creation = creation;
    this.update = update;
    this.deletion = deletion;
    this.transitions = transitions;
    this.reads = reads;
  }

  @GET
  @APIResponseSchema(DefinitionView.class)
  public Listing list(UriInfo uri) {
    return reads.list(DefinitionType.TYPE, DefinitionView.SET, listed(), ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri) {
    return Entities.count(reads.count(DefinitionType.TYPE, listed(), ODataRequest.ofCount(uri)));
  }

  private Condition listed() {
    var access = caller.may(Operation.LIST_DEFINITIONS);
    AccessReviewScheduleDefinition.requireAny(access);
    return access.definitions(EntityType.ROW);
  }

  @GET
  @Path("/filterByCurrentUser")
  @APIResponseSchema(DefinitionView.class)
  public Listing filterByCurrentUser(UriInfo uri) {
    var access = caller.may(Operation.FILTER_DEFINITIONS);
    return reads.filterByCurrentUser(
        DefinitionType.TYPE, access.definitions(EntityType.ROW), ODataRequest.ofList(uri));
  }

  @POST
  public RestResponse<DefinitionView> create(UriInfo uri, JsonBody body) {
    var definition = creation.create(caller.may(Operation.CREATE_DEFINITION), body);
    transitions.settle(definition.id());
    var view = DefinitionView.created(definition, ServiceRoot.of(uri));
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
        .location(uri.getAbsolutePathBuilder().path(view.id().toString()).build())
        .build();
  }

  @GET
  @Path("/{definition}")
  @APIResponseSchema(DefinitionView.class)
  public RestResponse<Object> get(UriInfo uri, @PathParam("definition") String id) {
    var access = caller.may(Operation.GET_DEFINITION);
    var definition =
        AccessReviewScheduleDefinition.required(Guid.of(id), access, LockModeType.NONE);
    var shown = DefinitionType.entity(definition, reads, ODataRequest.ofEntity(uri));
    return Entities.ok(shown, IfMatch.etag(definition.version()));
  }

  @PUT
  @Path("/{definition}")
  public RestResponse<Void> replace(
      @PathParam("definition") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonBody body) {
    var access = caller.may(Operation.UPDATE_DEFINITION);
    return Entities.changed(update.replace(access, Guid.of(id), new IfMatch(ifMatch), body));
  }

  @PATCH
  @Path("/{definition}")
  public RestResponse<Void> merge(
      @PathParam("definition") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonBody body) {
    var access = caller.may(Operation.UPDATE_DEFINITION);
    return Entities.changed(update.merge(access, Guid.of(id), new IfMatch(ifMatch), body));
  }

  @DELETE
  @Path("/{definition}")
  public void delete(
      @PathParam("definition") String id,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
    deletion.delete(caller.may(Operation.DELETE_DEFINITION), Guid.of(id), new IfMatch(ifMatch));
  }
}
