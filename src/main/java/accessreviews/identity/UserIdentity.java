package accessreviews.identity;

import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/** A person or application in an answer, Graph's {@code userIdentity}. */
@RegisterForReflection
public record UserIdentity(
    String id, @Nullable String displayName, @Nullable String userPrincipalName) {}
