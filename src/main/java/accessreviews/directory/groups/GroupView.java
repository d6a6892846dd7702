package accessreviews.directory.groups;

import accessreviews.odata.ServiceRoot;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A group on the wire.
 *
 * @param context null inside of a list, whose own context says it
 */
@RegisterForReflection
record GroupView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    UUID id,
    String displayName,
    @Nullable String description,
    @Nullable String mail,
    boolean mailEnabled,
    @Nullable String mailNickname,
    boolean securityEnabled,
    List<String> groupTypes,
    List<String> resourceProvisioningOptions,
    boolean isAssignableToRole,
    @Nullable Boolean onPremisesSyncEnabled,
    Instant createdDateTime) {
  static final String SET = "groups";

  /** The group as one of a list. */
  static GroupView item(DirectoryGroup group, ServiceRoot root) {
    return of(group, null);
  }

  /** The group as the answer to a read of itself. */
  static GroupView entity(DirectoryGroup group, ServiceRoot root) {
    return of(group, root.context(SET + "/$entity"));
  }

  private static GroupView of(DirectoryGroup group, @Nullable String context) {
    return new GroupView(
        context,
        group.id(),
        group.displayName(),
        group.description(),
        group.mail(),
        group.mailEnabled(),
        group.mailNickname(),
        group.securityEnabled(),
        group.groupTypes(),
        group.resourceProvisioningOptions(),
        group.isAssignableToRole(),
        group.onPremisesSyncEnabled(),
        group.createdDateTime());
  }
}
