package accessreviews.platform;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Rows that wait to be worked off in the background, such as mails to be sent. Metrics say how many
 * there are, and for how long the oldest has been waiting.
 */
public interface Backlog {
  /** The rows that are counted; of more, metrics say so many. */
  int MOST = 10_000;

  /** The name within the names of the metrics, such as {@code notifications}. */
  String name();

  /** What the rows are, for people: a sentence without a full stop. */
  String description();

  /** Counts the rows, up to {@link #MOST}, in a transaction of the caller. */
  Waiting count();

  /**
   * What waits.
   *
   * @param oldest since when the first of them does; null if none does
   */
  record Waiting(long count, @Nullable Instant oldest) {}
}
