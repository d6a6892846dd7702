package accessreviews.directory.groups;

import accessreviews.directory.objects.ObjectType;
import accessreviews.odata.Guid;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Path;
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
}
