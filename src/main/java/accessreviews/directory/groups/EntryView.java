package accessreviews.directory.groups;

import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member or an owner on the wire, with its type. */
sealed interface EntryView {
  /** A user. */
  @RegisterForReflection
  record OfUser(
      @JsonProperty("@odata.type") String odataType,
      UUID id,
      @Nullable String displayName,
      @Nullable String mail,
      @Nullable String userPrincipalName,
      @Nullable String userType,
      boolean accountEnabled)
      implements EntryView {}

  /** A group. */
  @RegisterForReflection
  record OfGroup(
      @JsonProperty("@odata.type") String odataType,
      UUID id,
      @Nullable String displayName,
      @Nullable String mail,
      @Nullable String description,
      List<String> groupTypes,
      boolean mailEnabled,
      boolean securityEnabled)
      implements EntryView {}

  /** An application. */
  @RegisterForReflection
  record OfServicePrincipal(
      @JsonProperty("@odata.type") String odataType,
      UUID id,
      @Nullable String displayName,
      @Nullable UUID appId)
      implements EntryView {}

  static EntryView of(DirectoryEntry entry, ServiceRoot root) {
    return entry.view();
  }
}
