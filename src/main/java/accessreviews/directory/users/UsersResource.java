package accessreviews.directory.users;

import static accessreviews.identity.Privilege.READ_DIRECTORY;
import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.directory.objects.DirectorySetResource;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** {@code users}, and the manager of each. */
@Path("/{version}/users")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class UsersResource extends DirectorySetResource<DirectoryUser> {
  private final WriteUser write;

  UsersResource(WriteUser write, CollectionReads reads) {
    super(
        reads,
        Users.ALL,
        id -> DirectoryUser.required(id, LockModeType.NONE),
        write::create,
        write::delete);
    this.write = write;
  }

  @PATCH
  @Path("/{id}")
  @Requires(WRITE_DIRECTORY)
  public void update(@PathParam("id") String id, JsonBody body) {
    write.update(id, body);
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
