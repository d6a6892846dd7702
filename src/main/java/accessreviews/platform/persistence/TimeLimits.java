package accessreviews.platform.persistence;

import java.time.Duration;
import org.hibernate.Session;

/**
 * For how long statements may run, and wait for locks. The limits of requests are those of a
 * connection, so they cost an update no statement ({@code new-connection-sql} in
 * application.properties). Work that takes longer raises them for its own transaction.
 */
public final class TimeLimits {
  /** For how long a caller waits for what another holds: the {@code lock_timeout} of requests. */
  public static final Duration WAIT = Duration.ofSeconds(5);

  /** The longest transaction of a caller. */
  static final Duration LONGEST = Duration.ofHours(1);

  /** The limits of a step of a review, of an import, and of the emulator. */
  public static final String OF_STEP =
      "set local statement_timeout = '2h'; set local lock_timeout = '2h'";

  /** A caller's bulk call may run long, but not wait long. */
  private static final String OF_BULK_CALL = "set local statement_timeout = '1h'";

  private TimeLimits() {}

  /** Raises the limits for the rest of the transaction, which is a step of the service itself. */
  public static void ofStep(Session database) {
    database.createNativeMutationQuery(OF_STEP).executeUpdate();
  }

  /** Raises the limit of statements for the rest of the transaction, which is a caller's. */
  public static void ofBulkCall(Session database) {
    database.createNativeMutationQuery(OF_BULK_CALL).executeUpdate();
  }
}
