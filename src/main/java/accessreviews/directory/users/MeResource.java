package accessreviews.directory.users;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/** {@code me}: the signed-in user. */
@Path("/{version}/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {
  private final Caller caller;
  private final Reads reads;

  MeResource(Caller caller, Reads reads) {
    this.caller = caller;
    this.reads = reads;
  }

  @GET
  public Object get(UriInfo uri) {
    var id = caller.may(Operation.GET_ME).caller();
    return UsersResource.shown(
        reads, DirectoryUser.required(id.toString(), LockModeType.NONE), uri);
  }
}
