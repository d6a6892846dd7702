package accessreviews.directory.roles;

import accessreviews.odata.Guid;
import accessreviews.odata.reads.CollectionReads;
import jakarta.ws.rs.Path;

/** {@code roleManagement/directory}: role definitions. */
@Path("/{version}/roleManagement/directory/roleDefinitions")
public class RoleDefinitionsResource extends RolesResource<RoleDefinition> {
  RoleDefinitionsResource(WriteRole write, CollectionReads reads) {
    super(
        reads,
        Roles.ALL_DEFINITIONS,
        id -> RoleDefinition.required(Guid.of(id)),
        write::define,
        id -> write.undefine(Guid.of(id)));
  }
}
