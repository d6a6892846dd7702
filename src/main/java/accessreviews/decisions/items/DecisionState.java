package accessreviews.decisions.items;

import accessreviews.identity.UserIdentity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The decision on an item: the latest, or that of one stage. */
public interface DecisionState {
  /** The item. */
  AccessReviewInstanceDecisionItem item();

  /** The id of the item, in every stage the same. */
  UUID id();

  long version();

  Recommendation recommendation();

  Decision decision();

  String justification();

  @Nullable UserIdentity reviewedBy();

  @Nullable Instant reviewedDateTime();
}
