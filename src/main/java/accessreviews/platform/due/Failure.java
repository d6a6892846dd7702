package accessreviews.platform.due;

import jakarta.persistence.OptimisticLockException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why a transition failed. */
record Failure(RuntimeException thrown) {
  /**
   * Classes of SQLSTATE that say that the data cannot be processed: data exceptions, violated
   * constraints, exceeded limits. All others are about the database or its load.
   */
  private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54");

  /** Whether another attempt may succeed although nobody corrects anything. */
  boolean mayPass() {
    var rolledBack = false;
    for (Throwable one = thrown; one != null; one = one.getCause()) {
      if (one instanceof SQLException failed) {
        return !isOfTheData(failed.getSQLState());
      }
      rolledBack |= one instanceof OptimisticLockException || one instanceof RollbackException;
    }
    return rolledBack;
  }

  /** The innermost cause in one line, for the log. */
  String cause() {
    Throwable innermost = thrown;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    var message = String.valueOf(innermost.getMessage());
    return innermost.getClass().getSimpleName() + ": " + message.lines().findFirst().orElse("");
  }

  private static boolean isOfTheData(@Nullable String state) {
    return state != null && state.length() == 5 && OF_THE_DATA.contains(state.substring(0, 2));
  }
}
