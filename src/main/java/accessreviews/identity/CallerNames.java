package accessreviews.identity;

import java.util.Optional;
import java.util.UUID;

/** The names of callers as the directory has them, asked where the token does not say them. */
public interface CallerNames {
  /** The user or application {@code id}; empty if the directory does not know it. */
  Optional<UserIdentity> of(UUID id);
}
