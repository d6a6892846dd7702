package accessreviews.identity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A person or application in an answer, Graph's {@code userIdentity}. */
@RegisterForReflection
public record UserIdentity(
    String id, @Nullable String displayName, @Nullable String userPrincipalName) {
  /** The service itself, where nobody called it: Graph's identity of nobody, with a name. */
  public static final UserIdentity SERVICE =
      new UserIdentity("00000000-0000-0000-0000-000000000000", "Access Reviews", "");

  /** This identity, with the names of {@code known} where it has none of its own. */
  UserIdentity completedBy(UserIdentity known) {
    return new UserIdentity(
        id,
        displayName == null ? known.displayName : displayName,
        userPrincipalName == null ? known.userPrincipalName : userPrincipalName);
  }
}
