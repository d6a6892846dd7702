package accessreviews.instances;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.DefinitionType;
import accessreviews.definitions.DefinitionView;
import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code …/definitions/{id}/instances}. */
@Path("/{version}/identityGovernance/accessReviews/definitions/{definition}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class InstancesResource {
  private final Caller caller;
  private final UpdateInstance update;
  private final Reads reads;

  InstancesResource(Caller caller, UpdateInstance update, Reads reads) {
    this.caller = caller;
    this.update = update;
    this.reads = reads;
  }

  @GET
  @APIResponseSchema(InstanceView.class)
  public Listing list(UriInfo uri, @PathParam("definition") String id) {
    var definition = listed(id);
    return reads.list(
        InstanceType.TYPE,
        InstanceView.set(definition),
        InstanceType.of(definition),
        ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri, @PathParam("definition") String id) {
    var definition = listed(id);
    return Entities.count(
        reads.count(InstanceType.TYPE, InstanceType.of(definition), ODataRequest.ofCount(uri)));
  }

  /** The series, all of whose instances the caller may list. */
  private UUID listed(String id) {
    var access = caller.may(Operation.LIST_INSTANCES);
    return AccessReviewScheduleDefinition.required(Guid.of(id), access, LockModeType.NONE).id();
  }

  @GET
  @Path("/filterByCurrentUser")
  @APIResponseSchema(InstanceView.class)
  public Listing filterByCurrentUser(UriInfo uri, @PathParam("definition") String id) {
    var access = caller.may(Operation.FILTER_INSTANCES);
    return reads.filterByCurrentUser(
        InstanceType.TYPE,
        InstanceType.of(Guid.of(id)).and(access.instances(EntityType.ROW)),
        ODataRequest.ofList(uri));
  }

  @GET
  @Path("/{instance}")
  @APIResponseSchema(InstanceView.class)
  public RestResponse<Object> get(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var access = caller.may(Operation.GET_INSTANCE);
    var key = InstanceKey.of(definition, instance);
    var found = AccessReviewInstance.required(key, access, LockModeType.NONE);
    var shown = InstanceType.entity(found, reads, ODataRequest.ofEntity(uri));
    return Entities.ok(shown, InstanceType.etag(found));
  }

  /** Only in beta: the series of an instance. */
  @GET
  @Path("/{instance}/definition")
  @APIResponseSchema(DefinitionView.class)
  public RestResponse<Object> definition(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var access = caller.may(Operation.GET_INSTANCE_DEFINITION);
    var key = InstanceKey.of(definition, instance);
    AccessReviewInstance.required(key, access, LockModeType.NONE);
    var found =
        AccessReviewScheduleDefinition.required(key.definition(), access, LockModeType.NONE);
    var shown = DefinitionType.entity(found, reads, ODataRequest.ofEntity(uri));
    return Entities.ok(shown, IfMatch.etag(found.version()));
  }

  @PUT
  @Path("/{instance}")
  public RestResponse<InstanceView> replace(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonBody body) {
    return merge(uri, definition, instance, ifMatch, body);
  }

  @PATCH
  @Path("/{instance}")
  public RestResponse<InstanceView> merge(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonBody body) {
    var root = ServiceRoot.of(uri);
    return shown(
        update.update(
            caller.may(Operation.UPDATE_INSTANCE),
            InstanceKey.of(definition, instance),
            new IfMatch(ifMatch),
            body,
            updated -> InstanceView.entity(updated, root)));
  }

  private static RestResponse<InstanceView> shown(InstanceView view) {
    return Entities.ok(view, view.etag());
  }
}
