package accessreviews.directory.roles;

import accessreviews.directory.objects.ObjectType;
import accessreviews.odata.Guid;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A role that a principal may activate, Graph's {@code unifiedRoleEligibilitySchedule}. */
@Entity
@Table(name = "directory_role_eligibility")
class RoleEligibility extends RoleHolding {

  /** For Hibernate. */
  protected RoleEligibility() {}

  RoleEligibility(
      UUID id,
      UUID principalId,
      ObjectType principalType,
      UUID roleDefinitionId,
      String directoryScopeId,
      Instant now) {
    super(id, principalId, principalType, roleDefinitionId, directoryScopeId, now);
  }

  /** The eligibility {@code id}; refuses other ids. */
  static RoleEligibility required(UUID id) {
    return RoleEligibility.<RoleEligibility>findByIdOptional(id)
        .orElseThrow(() -> Guid.unknown(id));
  }
}
