package accessreviews.directory.groups;

import accessreviews.odata.Guid;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A group of users, groups and applications, Graph's {@code group}. */
@Entity
@DynamicUpdate
@Table(name = "directory_group")
class DirectoryGroup extends PanacheEntityBase {
  private static final String UNIFIED = "Unified";

  @Id private UUID id;

  @SuppressWarnings("UnusedVariable") // Hibernate's
  @Version
  private long version;

  private String displayName;
  private @Nullable String description;
  private @Nullable String mail;
  private boolean mailEnabled;
  private @Nullable String mailNickname;
  private boolean securityEnabled;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> groupTypes;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private List<String> resourceProvisioningOptions;

  private boolean isAssignableToRole;
  private @Nullable Boolean onPremisesSyncEnabled;
  private Instant createdDateTime;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected DirectoryGroup() {}

  /** A group of {@code groupTypes}: a Microsoft 365 group has mail, any other is for security. */
  DirectoryGroup(UUID id, String displayName, List<String> groupTypes, Instant now) {
    this.id = id;
    this.displayName = displayName;
    this.groupTypes = groupTypes;
    this.mailEnabled = groupTypes.contains(UNIFIED);
    this.securityEnabled = !mailEnabled;
    this.resourceProvisioningOptions = List.of();
    this.createdDateTime = now;
  }

  /** The group {@code id}; refuses other ids. */
  static DirectoryGroup required(UUID id, LockModeType lock) {
    return DirectoryGroup.<DirectoryGroup>findByIdOptional(id, lock)
        .orElseThrow(() -> Guid.unknown(id));
  }

  void rename(String name) {
    displayName = name;
  }

  void describe(@Nullable String text) {
    description = text;
  }

  void mailTo(@Nullable String address) {
    mail = address;
  }

  void enableMail(boolean enabled) {
    mailEnabled = enabled;
  }

  void nickname(@Nullable String name) {
    mailNickname = name;
  }

  void enableSecurity(boolean enabled) {
    securityEnabled = enabled;
  }

  void become(List<String> types) {
    groupTypes = types;
  }

  void provision(List<String> options) {
    resourceProvisioningOptions = options;
  }

  void assignableToRole(boolean assignable) {
    isAssignableToRole = assignable;
  }

  void syncOnPremises(@Nullable Boolean enabled) {
    onPremisesSyncEnabled = enabled;
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

  @Nullable String mail() {
    return mail;
  }

  boolean mailEnabled() {
    return mailEnabled;
  }

  @Nullable String mailNickname() {
    return mailNickname;
  }

  boolean securityEnabled() {
    return securityEnabled;
  }

  List<String> groupTypes() {
    return groupTypes;
  }

  List<String> resourceProvisioningOptions() {
    return resourceProvisioningOptions;
  }

  boolean isAssignableToRole() {
    return isAssignableToRole;
  }

  @Nullable Boolean onPremisesSyncEnabled() {
    return onPremisesSyncEnabled;
  }

  Instant createdDateTime() {
    return createdDateTime;
  }
}
