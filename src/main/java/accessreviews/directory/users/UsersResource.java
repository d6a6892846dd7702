package accessreviews.directory.users;

import static accessreviews.identity.Privilege.READ_DIRECTORY;
import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Listing;
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
  private final WriteUser write;
  private final CollectionReads reads;

  UsersResource(WriteUser write, CollectionReads reads) {
    this.write = write;
    this.reads = reads;
  }

  @GET
  @Requires(READ_DIRECTORY)
  public Listing list(UriInfo uri) {
    return reads.list(Users.ALL, uri);
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> count(UriInfo uri) {
    return reads.count(Users.ALL, uri);
  }

  @POST
  @Requires(WRITE_DIRECTORY)
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    var view = UserView.entity(write.create(body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{id}")
  @Requires(READ_DIRECTORY)
  public Object get(UriInfo uri, @PathParam("id") String id) {
    return reads.one(Users.ALL, DirectoryUser.required(id, LockModeType.NONE), uri);
  }

  @PATCH
  @Path("/{id}")
  @Requires(WRITE_DIRECTORY)
  public void update(@PathParam("id") String id, JsonBody body) {
    write.update(id, body);
  }

  @DELETE
  @Path("/{id}")
  @Requires(WRITE_DIRECTORY)
  public void delete(@PathParam("id") String id) {
    write.delete(id);
  }

  @GET
  @Path("/{id}/manager")
  @Requires(READ_DIRECTORY)
  public Object manager(UriInfo uri, @PathParam("id") String id) {
    var managerId = WriteUser.requireManager(DirectoryUser.required(id, LockModeType.NONE));
    var manager = DirectoryUser.found(managerId).orElseThrow(() -> Guid.unknown(managerId));
    return reads.one(Users.MANAGERS, manager, uri);
  }

  @PUT
  @Path("/{id}/manager/$ref")
  @Requires(WRITE_DIRECTORY)
  public void reportTo(@PathParam("id") String id, JsonBody body) {
    write.reportTo(id, body);
  }

  @DELETE
  @Path("/{id}/manager/$ref")
  @Requires(WRITE_DIRECTORY)
  public void reportToNobody(@PathParam("id") String id) {
    write.reportToNobody(id);
  }
}
