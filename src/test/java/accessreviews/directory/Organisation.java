package accessreviews.directory;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How the contract of the port puts an organisation in place, whichever directory it is for. */
public interface Organisation {
  /** A user; the traits are {@code guest}, {@code disabled} and a country. */
  void user(UUID id, String name, @Nullable Instant lastSignIn, Set<String> traits);

  void manager(UUID user, UUID manager);

  /**
   * A group; the traits are {@code Unified}, {@code DynamicMembership}, {@code Team}, {@code
   * role-assignable}, {@code synced}, {@code mail}.
   */
  void group(UUID id, String name, Set<String> traits);

  void member(UUID group, UUID member, String kind);

  void owner(UUID owned, UUID owner);

  void application(UUID id, String name, UUID appId);

  void assignment(UUID application, UUID principal, String kind, @Nullable Instant lastSignIn);

  void activeRole(UUID role, UUID principal, String kind, String assignmentType);

  void eligibleRole(UUID role, UUID principal, String kind);

  void accessPackage(UUID accessPackage, UUID policy, UUID catalog, UUID user, String state);

  /** A channel of a team with one member. */
  void channel(UUID team, String membershipType, UUID user);

  /** Takes a user, group or application out of the directory. */
  void remove(UUID object);
}
