package accessreviews.decisions.answers;

import accessreviews.decisions.answers.DecisionWrite.Call;
import org.jspecify.annotations.Nullable;

/**
 * A request that somebody sent to change decisions, and what came of it.
 *
 * @param item the one that it is about; null where it is about all
 * @param justification no other request has the same; empty where the call takes none
 * @param version that {@code If-Match} named
 * @param begun before it was sent, in nanoseconds
 * @param ended after it was answered, or its connection broke
 * @param status of the answer; {@link #UNKNOWN} where there was none
 * @param newVersion that the answer named
 * @param refusal the specific reason
 */
record Attempt(
    Call call,
    @Nullable String item,
    String decision,
    String justification,
    @Nullable Long version,
    long begun,
    long ended,
    int status,
    @Nullable Long newVersion,
    String refusal) {
  /** The connection broke: what was asked for was done, or not. */
  static final int UNKNOWN = 0;

  boolean isAcknowledged() {
    return status == 204;
  }

  /** Whether the log may have it. */
  boolean isLogged(DecisionLog.Statement statement) {
    var line = statement.first();
    return (isAcknowledged() || status == UNKNOWN)
        && line.call() == call
        && line.justification().equals(justification)
        && (justification.isEmpty() || line.decision().equals(decision));
  }

  /** Whether the log must have it: these two write whatever was decided before. */
  boolean mustBeLogged() {
    return isAcknowledged() && (call == Call.single || call == Call.batch);
  }
}
