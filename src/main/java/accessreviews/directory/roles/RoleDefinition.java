package accessreviews.directory.roles;

import accessreviews.odata.Guid;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role in the directory, Graph's {@code unifiedRoleDefinition}. */
@Entity
@Table(name = "directory_role_definition")
class RoleDefinition extends PanacheEntityBase {
  @Id private UUID id;
  private String displayName;
  private @Nullable String description;
  private boolean isBuiltIn;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected RoleDefinition() {}

  RoleDefinition(UUID id, String displayName, @Nullable String description) {
    this.id = id;
    this.displayName = displayName;
    this.description = description;
  }

  /** The role {@code id}; refuses other ids. */
  static RoleDefinition required(UUID id) {
    return RoleDefinition.<RoleDefinition>findByIdOptional(id).orElseThrow(() -> Guid.unknown(id));
  }

  UUID id() {
    return id;
  }

  String displayName() {
    return displayName;
  }

  @Nullable String description() {
    return description;
  }

  boolean isBuiltIn() {
    return isBuiltIn;
  }
}
