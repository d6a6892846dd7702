package accessreviews.directory.roles;

import accessreviews.odata.Guid;
import accessreviews.odata.reads.CollectionReads;
import jakarta.ws.rs.Path;

/** {@code roleManagement/directory}: eligible role assignments. */
@Path("/{version}/roleManagement/directory/roleEligibilitySchedules")
public class RoleEligibilitySchedulesResource extends RolesResource<RoleEligibility> {
  RoleEligibilitySchedulesResource(WriteRole write, CollectionReads reads) {
    super(
        reads,
        Roles.ALL_ELIGIBILITIES,
        id -> RoleEligibility.required(Guid.of(id)),
        write::makeEligible,
        id -> write.makeIneligible(Guid.of(id)));
  }
}
