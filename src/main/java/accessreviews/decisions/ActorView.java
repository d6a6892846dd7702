package accessreviews.decisions;

import accessreviews.identity.UserIdentity;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who decided, or applied a decision, on the wire: nobody is an identity, too.
 *
 * @param type always null, as in Graph
 */
@RegisterForReflection
record ActorView(
    String id,
    @Nullable String displayName,
    @Nullable String type,
    @Nullable String userPrincipalName) {
  private static final ActorView NOBODY = new ActorView(new UUID(0, 0).toString(), "", null, "");

  static ActorView of(@Nullable UserIdentity identity) {
    return identity == null
        ? NOBODY
        : new ActorView(identity.id(), identity.displayName(), null, identity.userPrincipalName());
  }
}
