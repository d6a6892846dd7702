package accessreviews.directory.applications;

import accessreviews.directory.objects.ObjectType;
import accessreviews.odata.Guid;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Formula;
import org.jspecify.annotations.Nullable;

/**
 * The right of a principal to use an application, in one of its roles: Graph's {@code
 * appRoleAssignment}.
 */
@Entity
@Table(name = "directory_app_role_assignment")
class AppRoleAssignment extends PanacheEntityBase {
  @Id private UUID id;
  private UUID principalId;

  @Enumerated(EnumType.STRING)
  private ObjectType principalType;

  private UUID resourceId;
  private UUID appRoleId;
  private Instant createdDateTime;
  private @Nullable Instant lastSignInDateTime;

  @Formula("(select o.display_name from directory_entry o where o.id = principal_id)")
  private @Nullable String principalDisplayName;

  @Formula("(select s.display_name from directory_service_principal s where s.id = resource_id)")
  private @Nullable String resourceDisplayName;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected AppRoleAssignment() {}

  AppRoleAssignment(
      UUID id,
      UUID principalId,
      ObjectType principalType,
      UUID resourceId,
      UUID appRoleId,
      Instant now,
      @Nullable Instant lastSignInDateTime) {
    this.id = id;
    this.principalId = principalId;
    this.principalType = principalType;
    this.resourceId = resourceId;
    this.appRoleId = appRoleId;
    this.createdDateTime = now;
    this.lastSignInDateTime = lastSignInDateTime;
  }

  /** The assignment {@code id} of the application {@code resource}; refuses other ids. */
  static AppRoleAssignment required(UUID resource, UUID id) {
    return AppRoleAssignment.<AppRoleAssignment>find("id = ?1 and resourceId = ?2", id, resource)
        .singleResultOptional()
        .orElseThrow(() -> Guid.unknown(id));
  }

  UUID id() {
    return id;
  }

  UUID principalId() {
    return principalId;
  }

  ObjectType principalType() {
    return principalType;
  }

  UUID resourceId() {
    return resourceId;
  }

  UUID appRoleId() {
    return appRoleId;
  }

  Instant createdDateTime() {
    return createdDateTime;
  }

  @Nullable Instant lastSignInDateTime() {
    return lastSignInDateTime;
  }

  @Nullable String principalDisplayName() {
    return principalDisplayName;
  }

  @Nullable String resourceDisplayName() {
    return resourceDisplayName;
  }
}
