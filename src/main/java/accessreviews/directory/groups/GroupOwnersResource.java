package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.WRITE_GROUPS;

import accessreviews.directory.objects.ObjectType;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;

/** {@code owners} of a group. */
@Path("/{version}/groups/{owned}/owners")
public class GroupOwnersResource extends OwnersResource {
  GroupOwnersResource(Memberships memberships, Reads reads) {
    super(memberships, ObjectType.group, reads);
  }

  @Override
  protected Condition belonging(UriInfo uri) {
    var group = DirectoryGroup.required(Guid.in(uri, OWNED), LockModeType.NONE);
    return Memberships.owners(group.id());
  }

  @Override
  @POST
  @Path("/$ref")
  @Requires(WRITE_GROUPS)
  public void add(@PathParam(OWNED) String owned, JsonBody body) {
    super.add(owned, body);
  }

  @Override
  @DELETE
  @Path("/{owner}/$ref")
  @Requires(WRITE_GROUPS)
  public void remove(@PathParam(OWNED) String owned, @PathParam("owner") String owner) {
    super.remove(owned, owner);
  }
}
