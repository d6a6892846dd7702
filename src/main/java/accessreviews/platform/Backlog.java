package accessreviews.platform;

import io.micrometer.core.instrument.Tags;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows that wait to be worked off in the background, such as mails to be sent. Metrics say how many
 * there are, and for how long the oldest has been waiting.
 */
public interface Backlog {
  /** The name within the names of the metrics, such as {@code notices}. */
  String name();

  /** What the rows are, for people: a sentence without a full stop. */
  String description();

  /** Counts the rows up to a limit, in a transaction of the caller: those of each kind. */
  List<Waiting> count();

  /**
   * What waits of one kind.
   *
   * @param kind the tags of the metrics; none if there is only one kind
   * @param oldest since when the first of them does; null if none does
   */
  record Waiting(Tags kind, long count, @Nullable Instant oldest) {}
}
