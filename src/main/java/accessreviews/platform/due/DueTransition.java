package accessreviews.platform.due;

/**
 * A kind of change that time brings, such as the end of an instance. Where several kinds are due at
 * the same instant, those of higher {@link jakarta.annotation.Priority} happen first.
 *
 * @param <T> the row that changes
 */
public interface DueTransition<T> {
  /** What happens, for metrics and the log: {@code instance-end}. */
  String name();

  /** The rows that wait for their instant. */
  DueRows<T> rows();

  /** Lets it happen to {@code row}, in the transaction that has locked it and its series. */
  void happen(T row);
}
