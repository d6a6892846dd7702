package accessreviews.directory.groups;

import accessreviews.directory.objects.ObjectType;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** An object of any kind, as members and owners show it. */
@Entity
@Immutable
@Table(name = "directory_entry")
class DirectoryEntry {
  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private ObjectType type;

  private @Nullable String displayName;
  private @Nullable String mail;
  private @Nullable String userPrincipalName;
  private @Nullable String userType;
  private @Nullable Boolean accountEnabled;
  private @Nullable String description;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private @Nullable List<String> groupTypes;

  private @Nullable Boolean mailEnabled;
  private @Nullable Boolean securityEnabled;
  private @Nullable UUID appId;

  /** For Hibernate. */
  @SuppressWarnings("NullAway.Init")
  protected DirectoryEntry() {}

  UUID id() {
    return id;
  }

  /** The properties that the kind of the object has. */
  EntryView view() {
    return switch (type) {
      case user ->
          new EntryView.OfUser(
              type.odataType(),
              id,
              displayName,
              mail,
              userPrincipalName,
              userType,
              Boolean.TRUE.equals(accountEnabled));
      case group ->
          new EntryView.OfGroup(
              type.odataType(),
              id,
              displayName,
              mail,
              description,
              groupTypes == null ? List.of() : groupTypes,
              Boolean.TRUE.equals(mailEnabled),
              Boolean.TRUE.equals(securityEnabled));
      case servicePrincipal ->
          new EntryView.OfServicePrincipal(type.odataType(), id, displayName, appId);
    };
  }
}
