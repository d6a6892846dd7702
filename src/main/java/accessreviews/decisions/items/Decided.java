package accessreviews.decisions.items;

import accessreviews.identity.UserIdentity;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was decided on an item: last of all, or in one of the stages. */
public interface Decided {
  /** What it was decided on. */
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
