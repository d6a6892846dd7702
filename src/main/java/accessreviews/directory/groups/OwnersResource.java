package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.directory.objects.ObjectType;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** {@code owners} of an object. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class OwnersResource extends ObjectsResource {
  /** The parameter of the path that has the id of the object. */
  protected static final String OWNED = "owned";

  private final Memberships memberships;
  private final ObjectType type;

  protected OwnersResource(Memberships memberships, ObjectType type, Reads reads) {
    super(reads);
    this.memberships = memberships;
    this.type = type;
  }

  /** Adds the owner that {@code body} refers to. */
  @POST
  @Path("/$ref")
  @Requires(WRITE_DIRECTORY)
  public void add(@PathParam(OWNED) String owned, JsonBody body) {
    memberships.addOwner(Guid.of(owned), type, body);
  }

  /** Removes an owner; refuses who is none. */
  @DELETE
  @Path("/{owner}/$ref")
  @Requires(WRITE_DIRECTORY)
  public void remove(@PathParam(OWNED) String owned, @PathParam("owner") String owner) {
    memberships.removeOwner(Guid.of(owned), type, Guid.of(owner));
  }
}
