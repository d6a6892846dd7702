package accessreviews.directory.applications;

import accessreviews.odata.Guid;
import accessreviews.platform.persistence.JsonColumn;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** An application in this organisation, Graph's {@code servicePrincipal}. */
@Entity
@Table(name = "directory_service_principal")
class ServicePrincipal extends PanacheEntityBase {
  @Id private UUID id;

  @SuppressWarnings("UnusedVariable") // Hibernate's
  @Version
  private long version;

  private UUID appId;
  private String displayName;

  @JsonColumn private List<AppRole> appRoles;

  private Instant createdDateTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected ServicePrincipal() {}

  ServicePrincipal(UUID id, UUID appId, String displayName, List<AppRole> appRoles, Instant now) {
    this.id = id;
    this.appId = appId;
    this.displayName = displayName;
    this.appRoles = appRoles;
    this.createdDateTime = now;
  }

  /** The service principal {@code id}; refuses other ids. */
  static ServicePrincipal required(UUID id) {
    return ServicePrincipal.<ServicePrincipal>findByIdOptional(id)
        .orElseThrow(() -> Guid.unknown(id));
  }

  /**
   * Whether {@code role} can be assigned: one of the roles of the application, or the default
   * access.
   */
  boolean has(UUID role) {
    return role.equals(AppRole.NONE)
        || appRoles.stream().anyMatch(appRole -> appRole.id().equals(role));
  }

  UUID id() {
    return id;
  }

  UUID appId() {
    return appId;
  }

  String displayName() {
    return displayName;
  }

  List<AppRole> appRoles() {
    return appRoles;
  }

  Instant createdDateTime() {
    return createdDateTime;
  }
}
