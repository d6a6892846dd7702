package accessreviews.directory.roles;

import accessreviews.directory.objects.ObjectType;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import java.util.UUID;

/** A role of a principal, active or eligible. */
@MappedSuperclass
abstract class RoleHolding extends PanacheEntityBase {
  @Id private UUID id;
  private UUID principalId;

  @SuppressWarnings("UnusedVariable") // read in queries
  @Enumerated(EnumType.STRING)
  private ObjectType principalType;

  private UUID roleDefinitionId;
  private String directoryScopeId;
  private Instant createdDateTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RoleHolding() {}

  RoleHolding(
      UUID id,
      UUID principalId,
      ObjectType principalType,
      UUID roleDefinitionId,
      String directoryScopeId,
      Instant now) {
    this.id = id;
    this.principalId = principalId;
    this.principalType = principalType;
    this.roleDefinitionId = roleDefinitionId;
    this.directoryScopeId = directoryScopeId;
    this.createdDateTime = now;
  }

  UUID id() {
    return id;
  }

  UUID principalId() {
    return principalId;
  }

  UUID roleDefinitionId() {
    return roleDefinitionId;
  }

  String directoryScopeId() {
    return directoryScopeId;
  }

  Instant createdDateTime() {
    return createdDateTime;
  }
}
