package accessreviews.directory.groups;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code groups}. */
@Path("/{version}/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class GroupsResource {
  private final Caller caller;
  private final WriteGroup write;
  private final Reads reads;

  GroupsResource(Caller caller, WriteGroup write, Reads reads) {
    this.caller = caller;
    this.write = write;
    this.reads = reads;
  }

  @GET
  public Listing list(UriInfo uri) {
    caller.may(Operation.READ_GROUPS);
    return reads.list(Groups.TYPE, GroupView.SET, Condition.NONE, ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri) {
    caller.may(Operation.READ_GROUPS);
    return Entities.count(reads.count(Groups.TYPE, Condition.NONE, ODataRequest.ofCount(uri)));
  }

  @POST
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    caller.may(Operation.WRITE_GROUPS);
    var view = GroupView.entity(write.create(body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{id}")
  public Object get(UriInfo uri, @PathParam("id") String id) {
    caller.may(Operation.READ_GROUPS);
    var group = DirectoryGroup.required(Guid.of(id), LockModeType.NONE);
    var request = ODataRequest.ofEntity(uri);
    return reads.entity(
        Groups.TYPE,
        group,
        GroupView.SET,
        found -> GroupView.entity(found, request.root()),
        request);
  }

  @PATCH
  @Path("/{id}")
  public void update(@PathParam("id") String id, JsonBody body) {
    caller.may(Operation.WRITE_GROUPS);
    write.update(Guid.of(id), body);
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    caller.may(Operation.WRITE_GROUPS);
    write.delete(Guid.of(id));
  }
}
