package accessreviews.instances;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.JsonBody;
import accessreviews.odata.Listing;
import accessreviews.odata.Page;
import accessreviews.odata.QueryOptions;
import accessreviews.odata.ServiceRoot;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code …/definitions/{id}/instances}. */
@Path("/{version:v1\\.0|beta}/identityGovernance/accessReviews/definitions/{definition}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class InstancesResource {
  private final Caller caller;
  private final UpdateInstance update;

  InstancesResource(Caller caller, UpdateInstance update) {
    this.caller = caller;
    this.update = update;
  }

  @GET
  public Listing<InstanceView> list(UriInfo uri, @PathParam("definition") String id) {
    var access = caller.may(Operation.LIST_INSTANCES);
    var definition =
        AccessReviewScheduleDefinition.required(Guid.of(id), access, LockModeType.NONE).id();
    var page = Page.of(uri);
    var root = ServiceRoot.of(uri);
    return page.show(
        root.context(InstanceView.set(definition)),
        AccessReviewInstance.countOf(definition),
        AccessReviewInstance.page(definition, page.top(), page.skip()),
        instance -> InstanceView.item(instance, root));
  }

  @GET
  @Path("/{instance}")
  public RestResponse<InstanceView> get(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var access = caller.may(Operation.GET_INSTANCE);
    var key = InstanceKey.of(definition, instance);
    var found = AccessReviewInstance.required(key, access, LockModeType.NONE);
    QueryOptions.requireNone(uri);
    return shown(InstanceView.entity(found, ServiceRoot.of(uri)));
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
