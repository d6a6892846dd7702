package accessreviews.directory.roles;

import accessreviews.directory.objects.ObjectType;
import accessreviews.odata.Guid;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** An active role of a principal, Graph's {@code unifiedRoleAssignment}. */
@Entity
@Table(name = "directory_role_assignment")
class RoleAssignment extends RoleHolding {

  /** Whether the role was assigned, or activated by an eligible principal. */
  enum AssignmentType {
    Assigned,
    Activated
  }

  @Enumerated(EnumType.STRING)
  private AssignmentType assignmentType;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RoleAssignment() {}

  RoleAssignment(
      UUID id,
      UUID principalId,
      ObjectType principalType,
      UUID roleDefinitionId,
      String directoryScopeId,
      Instant now,
      AssignmentType assignmentType) {
    super(id, principalId, principalType, roleDefinitionId, directoryScopeId, now);
    this.assignmentType = assignmentType;
  }

  /** The assignment {@code id}; refuses other ids. */
  static RoleAssignment required(UUID id) {
    return RoleAssignment.<RoleAssignment>findByIdOptional(id).orElseThrow(() -> Guid.unknown(id));
  }

  AssignmentType assignmentType() {
    return assignmentType;
  }
}
