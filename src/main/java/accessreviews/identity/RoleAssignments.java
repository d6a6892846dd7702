package accessreviews.identity;

import java.util.Set;
import java.util.UUID;

/**
 * The directory roles of a user, asked where the token does not say them: {@code wids} is left out
 * of tokens that would grow too large.
 */
public interface RoleAssignments {
  /** The template ids of the roles that {@code user} holds at this moment. */
  Set<UUID> activeRolesOf(UUID user);
}
