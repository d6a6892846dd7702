package accessreviews.directory.users;

import accessreviews.odata.Guid;
import accessreviews.odata.bodies.CleanText;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;
import org.jspecify.annotations.Nullable;

/** A person, Graph's {@code user}. */
@Entity
@DynamicUpdate
@Table(name = "directory_user")
class DirectoryUser extends PanacheEntityBase {
  @Id private UUID id;

  @SuppressWarnings("UnusedVariable") // Hibernate's
  @Version
  private long version;

  private String displayName;
  private String userPrincipalName;
  private @Nullable String mail;

  @Enumerated(EnumType.STRING)
  private UserType userType;

  private boolean accountEnabled;
  private @Nullable String country;
  private @Nullable String preferredLanguage;

  @Enumerated(EnumType.STRING)
  private @Nullable ExternalUserState externalUserState;

  private Instant createdDateTime;
  private @Nullable Instant lastSignInDateTime;
  private @Nullable UUID managerId;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected DirectoryUser() {}

  DirectoryUser(UUID id, String displayName, String userPrincipalName, Instant now) {
    this.id = id;
    this.displayName = displayName;
    this.userPrincipalName = userPrincipalName;
    this.userType = UserType.Member;
    this.accountEnabled = true;
    this.createdDateTime = now;
  }

  /** The user with the id or user principal name {@code key}; refuses other keys. */
  static DirectoryUser required(String key, LockModeType lock) {
    return find(key, lock).orElseThrow(() -> Guid.unknown(key));
  }

  /** The user {@code id}, if there is one. */
  static Optional<DirectoryUser> found(UUID id) {
    return findByIdOptional(id);
  }

  private static Optional<DirectoryUser> find(String key, LockModeType lock) {
    if (!CleanText.isClean(key)) {
      return Optional.empty(); // no name is text that PostgreSQL cannot hold
    }
    return Guid.is(key)
        ? findByIdOptional(UUID.fromString(key), lock)
        : DirectoryUser.<DirectoryUser>find("lower(userPrincipalName) = lower(?1)", key)
            .withLock(lock)
            .firstResultOptional();
  }

  void rename(String name) {
    displayName = name;
  }

  void signInAs(String name) {
    userPrincipalName = name;
  }

  void mailTo(@Nullable String address) {
    mail = address;
  }

  void become(UserType type) {
    userType = type;
  }

  void enable(boolean enabled) {
    accountEnabled = enabled;
  }

  void moveTo(@Nullable String newCountry) {
    country = newCountry;
  }

  void prefer(@Nullable String language) {
    preferredLanguage = language;
  }

  void invited(@Nullable ExternalUserState state) {
    externalUserState = state;
  }

  void signedIn(@Nullable Instant last) {
    lastSignInDateTime = last;
  }

  void reportTo(@Nullable UUID manager) {
    managerId = manager;
  }

  UUID id() {
    return id;
  }

  String displayName() {
    return displayName;
  }

  String userPrincipalName() {
    return userPrincipalName;
  }

  @Nullable String mail() {
    return mail;
  }

  UserType userType() {
    return userType;
  }

  boolean accountEnabled() {
    return accountEnabled;
  }

  @Nullable String country() {
    return country;
  }

  @Nullable String preferredLanguage() {
    return preferredLanguage;
  }

  @Nullable ExternalUserState externalUserState() {
    return externalUserState;
  }

  Instant createdDateTime() {
    return createdDateTime;
  }

  @Nullable Instant lastSignInDateTime() {
    return lastSignInDateTime;
  }

  @Nullable UUID managerId() {
    return managerId;
  }
}
