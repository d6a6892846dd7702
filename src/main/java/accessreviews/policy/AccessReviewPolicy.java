package accessreviews.policy;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Table;

/** The one policy for all access reviews, Graph's {@code accessReviewPolicy}. */
@Entity
@Table(name = "access_review_policy")
class AccessReviewPolicy extends PanacheEntityBase {
  private static final int ID = 1;

  @Id private int id;
  private boolean isGroupOwnerManagementEnabled;

  /** For Hibernate. */
  protected AccessReviewPolicy() {}

  /** The policy, which is always there. */
  static AccessReviewPolicy get(LockModeType lock) {
    return AccessReviewPolicy.<AccessReviewPolicy>findByIdOptional(ID, lock).orElseThrow();
  }

  /** Whether owners of a group manage the reviews of that group. */
  boolean isGroupOwnerManagementEnabled() {
    return isGroupOwnerManagementEnabled;
  }

  void enableGroupOwnerManagement(boolean enabled) {
    isGroupOwnerManagementEnabled = enabled;
  }
}
