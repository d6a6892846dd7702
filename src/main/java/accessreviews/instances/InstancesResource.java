package accessreviews.instances;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.odata.Condition;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.JsonBody;
import accessreviews.odata.Listing;
import accessreviews.odata.ODataRequest;
import accessreviews.odata.Reads;
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
  private final UpdateInstance update;
  private final Reads reads;

  InstancesResource(UpdateInstance update, Reads reads) {
    this.update = update;
    this.reads = reads;
  }

  @GET
  public Listing list(UriInfo uri, @PathParam("definition") String id) {
    var definition = AccessReviewScheduleDefinition.required(Guid.of(id), LockModeType.NONE).id();
    return reads.list(
        InstanceType.TYPE,
        InstanceView.set(definition),
        InstanceType.of(definition).and(Condition.NONE),
        ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri, @PathParam("definition") String id) {
    var definition = AccessReviewScheduleDefinition.required(Guid.of(id), LockModeType.NONE).id();
    return Entities.count(
        reads.count(
            InstanceType.TYPE,
            InstanceType.of(definition).and(Condition.NONE),
            ODataRequest.ofCount(uri)));
  }

  @GET
  @Path("/{instance}")
  public RestResponse<Object> get(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var key = InstanceKey.of(definition, instance);
    var found = AccessReviewInstance.required(key, LockModeType.NONE);
    var request = ODataRequest.ofEntity(uri);
    var shown =
        reads.entity(
            InstanceType.TYPE,
            found,
            InstanceView.set(key.definition()),
            one -> InstanceView.entity(one, request.root()),
            request);
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
            InstanceKey.of(definition, instance),
            new IfMatch(ifMatch),
            body,
            updated -> InstanceView.entity(updated, root)));
  }

  private static RestResponse<InstanceView> shown(InstanceView view) {
    return Entities.ok(view, view.etag());
  }
}
