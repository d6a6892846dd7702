package accessreviews.policy;

import accessreviews.identity.ManagedGroups;
import accessreviews.odata.reads.Condition;
import accessreviews.platform.StateEmptied;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The groups whose reviews their owners manage: those that they own, while the policy is on. */
@ApplicationScoped
class GroupOwnerManagement implements ManagedGroups {
  /** The groups of {@code :owner}; none while the policy is off. */
  private static final String MANAGED =
      "select o.key.ownedId from Ownership o, AccessReviewPolicy p"
          + " where o.key.ownerId = :owner and p.isGroupOwnerManagementEnabled";

  private final EntityManager database;

  GroupOwnerManagement(EntityManager database) {
    this.database = database;
  }

  @Override
  public Set<UUID> of(UUID owner) {
    List<UUID> managed =
        database.createQuery(MANAGED, UUID.class).setParameter("owner", owner).getResultList();
    return Set.copyOf(managed);
  }

  /** An empty service has the policy that it begins with. */
  void onEmptied(@Observes StateEmptied emptied) {
    AccessReviewPolicy.get(LockModeType.PESSIMISTIC_WRITE).enableGroupOwnerManagement(false);
  }

  @Override
  public Condition has(String group, UUID owner) {
    return Condition.of(group + " in (" + MANAGED + ")", "owner", owner);
  }
}
