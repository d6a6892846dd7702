package accessreviews.reviewers;

import accessreviews.odata.reads.Condition;
import java.util.UUID;

/**
 * Who reviews what. Each answer is a condition on rows; {@code path} leads to their columns in it,
 * such as {@code instance.}, and is empty for the rows themselves.
 */
public interface Reviewing {
  /** Series with at least one instance that {@code user} reviews. */
  Condition definitions(String path, UUID user);

  /** Instances that {@code user} reviews. */
  Condition instances(String path, UUID user);

  /** Stages that {@code user} reviews. */
  Condition stages(String path, UUID user);
}
