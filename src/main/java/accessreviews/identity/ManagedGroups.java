package accessreviews.identity;

import accessreviews.odata.reads.Condition;
import java.util.Set;
import java.util.UUID;

/**
 * The groups whose reviews a user manages without a directory role, because they own the group and
 * the policy lets owners do so (operations.md, 0 and 6).
 */
public interface ManagedGroups {
  /** The ids of the groups that {@code owner} manages; none while the policy is off. */
  Set<UUID> of(UUID owner);

  /** Whether {@code group}, an expression for the id of a group, is one of them. */
  Condition has(String group, UUID owner);
}
