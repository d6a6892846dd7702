package accessreviews.reviewers;

import accessreviews.odata.reads.Condition;
import java.util.UUID;

/**
 * The rows that a user reviews. Each answer is a condition; {@code path} leads to the columns in
 * it, such as {@code instance.}, and is empty for the rows themselves.
 */
public interface Reviewing {
  /** Series with at least one instance that {@code user} reviews. */
  Condition definitions(String path, UUID user);

  /** Instances that {@code user} reviews. */
  Condition instances(String path, UUID user);

  /** Stages that {@code user} reviews. */
  Condition stages(String path, UUID user);
}
