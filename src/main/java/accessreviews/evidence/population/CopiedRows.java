package accessreviews.evidence.population;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The rows of a query as PostgreSQL streams them: {@code COPY} in its binary format. PostgreSQL
 * makes the next rows while these are read, makes no text of values, and keeps no row.
 */
final class CopiedRows implements AutoCloseable {
  /** Signature and flags; the length of an extension, which is empty, follows. */
  private static final int HEADER = 11 + Integer.BYTES;

  private final CopyOut copy;
  private boolean hasBegun;

  private CopiedRows(CopyOut copy) {
    this.copy = copy;
  }

  /** Begins to stream the rows of {@code query}, which has no parameters. */
  static CopiedRows of(String query, Connection connection) throws SQLException {
    return new CopiedRows(
        connection
            .unwrap(PGConnection.class)
            .getCopyAPI()
            .copyOut("copy (" + query + ") to stdout (format binary)"));
  }

  /**
   * The values of the next row, each behind its length, which is negative for null; null after the
   * last row.
   */
  @Nullable ByteBuffer next() throws SQLException {
    var message = copy.readFromCopy();
    if (message == null) {
      return null;
    }
    var row = ByteBuffer.wrap(message);
    if (!hasBegun) {
      row.position(HEADER);
      row.position(row.getInt() + row.position());
      hasBegun = true;
    }
    if (!row.hasRemaining()) {
      return next();
    }
    var columns = row.getShort();
    return columns < 0 ? next() : row; // the trailer, behind which nothing comes
  }

  /** Lets the rows pass that nobody has read: to cancel would end the caller's transaction. */
  @Override
  public void close() throws SQLException {
    while (copy.isActive() && copy.readFromCopy() != null) {}
  }
}
