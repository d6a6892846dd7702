package accessreviews.directory.users;

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
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code users}, and the manager of each. */
@Path("/{version}/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class UsersResource {
  private final Caller caller;
  private final WriteUser write;
  private final Reads reads;

  UsersResource(Caller caller, WriteUser write, Reads reads) {
    this.caller = caller;
    this.write = write;
    this.reads = reads;
  }

  @GET
  public Listing list(UriInfo uri) {
    caller.may(Operation.READ_USERS);
    return reads.list(Users.TYPE, UserView.SET, Condition.NONE, ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri) {
    caller.may(Operation.READ_USERS);
    return Entities.count(reads.count(Users.TYPE, Condition.NONE, ODataRequest.ofCount(uri)));
  }

  @POST
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    caller.may(Operation.WRITE_USERS);
    var view = UserView.entity(write.create(body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{id}")
  public Object get(UriInfo uri, @PathParam("id") String id) {
    caller.may(Operation.READ_USERS);
    return shown(reads, DirectoryUser.required(id, LockModeType.NONE), uri);
  }

  /** The user as the answer to a read of itself. */
  static Object shown(Reads reads, DirectoryUser user, UriInfo uri) {
    var request = ODataRequest.ofEntity(uri);
    return reads.entity(
        Users.TYPE, user, UserView.SET, found -> UserView.entity(found, request.root()), request);
  }

  @PATCH
  @Path("/{id}")
  public void update(@PathParam("id") String id, JsonBody body) {
    caller.may(Operation.WRITE_USERS);
    write.update(id, body);
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    caller.may(Operation.WRITE_USERS);
    write.delete(id);
  }

  @GET
  @Path("/{id}/manager")
  public Object manager(UriInfo uri, @PathParam("id") String id) {
    caller.may(Operation.READ_USERS);
    var managerId = WriteUser.requireManager(DirectoryUser.required(id, LockModeType.NONE));
    var manager = DirectoryUser.found(managerId).orElseThrow(() -> Guid.unknown(managerId));
    var request = ODataRequest.ofEntity(uri);
    return reads.entity(
        Users.TYPE,
        manager,
        "directoryObjects",
        found -> UserView.object(found, request.root()),
        request);
  }

  @PUT
  @Path("/{id}/manager/$ref")
  public void reportTo(@PathParam("id") String id, JsonBody body) {
    caller.may(Operation.WRITE_USERS);
    write.reportTo(id, body);
  }

  @DELETE
  @Path("/{id}/manager/$ref")
  public void reportToNobody(@PathParam("id") String id) {
    caller.may(Operation.WRITE_USERS);
    write.reportToNobody(id);
  }
}
