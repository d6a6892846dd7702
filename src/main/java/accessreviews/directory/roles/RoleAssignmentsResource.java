package accessreviews.directory.roles;

import accessreviews.odata.Guid;
import accessreviews.odata.reads.CollectionReads;
import jakarta.ws.rs.Path;

/** {@code roleManagement/directory}: active role assignments. */
@Path("/{version}/roleManagement/directory/roleAssignments")
public class RoleAssignmentsResource extends RolesResource<RoleAssignment> {
  RoleAssignmentsResource(WriteRole write, CollectionReads reads) {
    super(
        reads,
        Roles.ALL_ASSIGNMENTS,
        id -> RoleAssignment.required(Guid.of(id)),
        write::assign,
        id -> write.unassign(Guid.of(id)));
  }
}
