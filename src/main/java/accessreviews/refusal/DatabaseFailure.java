package accessreviews.refusal;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a failure of the database means for the work that it ended: whether the work can run again,
 * and when. PostgreSQL's SQLSTATE decides; other failures are faults of the service.
 */
public enum DatabaseFailure {
  /** A deadlock or a serialization failure. The same work can run again at once. */
  OVERTAKEN,
  /** Another transaction held a lock for longer than {@code lock_timeout}. */
  LOCKED,
  /** A statement ran for longer than {@code statement_timeout}. */
  SLOW,
  /** The server takes no writes: it is a standby, for example after a failover. */
  READ_ONLY,
  /** The server cannot be reached, goes down, has no room left, or no connection was free. */
  UNAVAILABLE;

  /** Classes of SQLSTATE: connection, authorization, catalog name, resources, system error. */
  private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "28", "3D", "53", "58");

  /** How the SQLSTATE of an intervention by the operator begins, such as a shutdown. */
  private static final String INTERVENTION = "57P";

  private static final int CLASS = 2;

  /** What the pool says, without a SQLSTATE, when no connection became free in time. */
  private static final String OF_POOL = "acquisition timeout";

  /** The failure of the database that caused {@code failure}; empty if there is none. */
  public static Optional<DatabaseFailure> of(Throwable failure) {
    return causes(failure, Collections.newSetFromMap(new IdentityHashMap<>()))
        .flatMap(cause -> cause instanceof SQLException sql ? Stream.of(sql) : Stream.empty())
        .flatMap(sql -> of(sql).stream())
        .findFirst();
  }

  /** The SQLSTATE in {@code failure}, for the log; empty if there is none. */
  public static Optional<String> state(Throwable failure) {
    return causes(failure, Collections.newSetFromMap(new IdentityHashMap<>()))
        .flatMap(cause -> cause instanceof SQLException sql ? Stream.of(sql) : Stream.empty())
        .flatMap(sql -> Stream.ofNullable(sql.getSQLState()))
        .findFirst();
  }

  /** The refusal of a request that ends with this failure. */
  public Refused refused() {
    return switch (this) {
      case OVERTAKEN, LOCKED ->
          new Refused(
              Refusal.LOCKED_BY_OTHERS,
              null,
              "Other requests, or a step of a review, are changing the same data. Try again"
                  + " later.");
      case SLOW ->
          new Refused(
              Refusal.TOOK_TOO_LONG, null, "The request took too long and was ended. Try later.");
      case READ_ONLY, UNAVAILABLE ->
          new Refused(
              Refusal.DATABASE_UNAVAILABLE,
              null,
              "The database of the service does not answer. Try again later.");
    };
  }

  private static Optional<DatabaseFailure> of(SQLException failure) {
    var state = failure.getSQLState();
    if (state == null) {
      var said = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
      return said.contains(OF_POOL) ? Optional.of(UNAVAILABLE) : Optional.empty();
    }
    return Optional.ofNullable(of(state));
  }

  private static @Nullable DatabaseFailure of(String state) {
    return switch (state) {
      case "40001", "40P01" -> OVERTAKEN;
      case "55P03" -> LOCKED;
      case "57014" -> SLOW;
      case "25006" -> READ_ONLY;
      default ->
          state.startsWith(INTERVENTION)
                  || (state.length() > CLASS
                      && UNAVAILABLE_CLASSES.contains(state.substring(0, CLASS)))
              ? UNAVAILABLE
              : null;
    };
  }

  /**
   * A failure and everything that led to it; a failed commit has its cause among the suppressed.
   */
  private static Stream<Throwable> causes(@Nullable Throwable failure, Set<Throwable> seen) {
    if (failure == null || !seen.add(failure)) {
      return Stream.empty();
    }
    return Stream.concat(
        Stream.of(failure),
        Stream.concat(Stream.of(failure.getSuppressed()), Stream.ofNullable(failure.getCause()))
            .flatMap(cause -> causes(cause, seen)));
  }
}
