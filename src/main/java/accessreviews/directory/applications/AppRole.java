package accessreviews.directory.applications;

import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A role that an application has, Graph's {@code appRole}. */
@RegisterForReflection
record AppRole(
    UUID id,
    @Nullable String displayName,
    @Nullable String description,
    @Nullable String value,
    @Nullable Boolean isEnabled,
    @Nullable List<String> allowedMemberTypes) {

  /** Access to an application without a role of its own. */
  static final UUID NONE = new UUID(0, 0);

  AppRole {
    if (id == null) {
      throw Refused.missing("id", "the id of the role, a GUID");
    }
  }
}
