package accessreviews.platform.due;

import java.util.UUID;

/**
 * A kind of change that happens at a due instant, such as the end of an instance. If several kinds
 * are due at the same instant, those with the higher {@link jakarta.annotation.Priority} value
 * happen first.
 *
 * @param <T> the row that changes
 */
public interface DueTransition<T> {
  /** The name for metrics and the log, such as {@code instance-step} or {@code stage-end}. */
  String name();

  /** The rows that wait for their instant. */
  DueRows<T> rows();

  /** Makes the change to {@code row}, in the transaction that has locked its series. */
  void happen(T row);

  /**
   * Ends the row {@code id}, whose change can never happen, in a transaction that has locked its
   * series. Returns whether the row is no longer due; where it is, the change is tried for ever.
   */
  default boolean giveUp(UUID id) {
    return false;
  }
}
