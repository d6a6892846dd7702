package accessreviews.directory.users;

import static accessreviews.identity.Privilege.READ_ONESELF;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.reads.CollectionReads;
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
  private final CollectionReads reads;

  MeResource(Caller caller, CollectionReads reads) {
    this.caller = caller;
    this.reads = reads;
  }

  @GET
  @Requires(READ_ONESELF)
  public Object get(UriInfo uri) {
    var id = caller.access().caller().toString();
    return reads.one(Users.ALL, DirectoryUser.required(id, LockModeType.NONE), uri);
  }
}
