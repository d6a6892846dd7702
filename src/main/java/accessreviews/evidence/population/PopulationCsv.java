package accessreviews.evidence.population;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.platform.Sha256;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;

/**
 * {@code population.csv}: whose access to what is reviewed in an instance, as the directory was
 * read at its start. The items keep it, so the bytes are the same years later, whatever the
 * directory has become: UTF-8 without a byte order mark, RFC 4180, a header, and a line for each
 * item in the order of principal and resource. The database streams its rows ({@code lines.sql}),
 * so memory does not grow with their number.
 */
@ApplicationScoped
public class PopulationCsv {
  /** The first line, without its end. */
  public static final String HEADER =
      "ItemId,PrincipalSource,PrincipalId,PrincipalName,PrincipalUPN,PrincipalType,PrincipalAppId,"
          + "ManagerId,LastSignInDateTime,ResourceSource,ResourceId,ResourceName,ResourceType,"
          + "ResourceAppId,LastSignInToResourceDateTime,Membership,MembershipThrough";

  private static final byte[] FIRST_LINE = (HEADER + "\r\n").getBytes(UTF_8);
  private static final String CHOOSE = "select set_config('access_reviews.population', ?, true)";
  private static final Sql LINES = Sql.file("evidence/population/lines");

  private final Session database;

  PopulationCsv(Session database) {
    this.database = database;
  }

  /** Something that takes a line. */
  @FunctionalInterface
  private interface Lines {
    void take(UUID instance, PopulationLine line) throws IOException;
  }

  /**
   * Writes the file of {@code instance} to {@code out}, within the caller's transaction; returns
   * the number of items.
   */
  public long write(UUID instance, OutputStream out) {
    try {
      out.write(FIRST_LINE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return read(List.of(instance), (of, line) -> line.writeTo(out));
  }

  /** What identifies the files of {@code instances}, in one pass over all their items. */
  public Map<UUID, Population> of(Collection<UUID> instances) {
    var digests = new Digests(instances);
    read(instances, digests::take);
    return digests.finished();
  }

  /** Reads the lines of {@code instances}, those of each one together; returns their number. */
  private long read(Collection<UUID> instances, Lines lines) {
    return database.doReturningWork(
        connection -> {
          try {
            return read(connection, instances, lines);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static long read(Connection connection, Collection<UUID> instances, Lines lines)
      throws SQLException, IOException {
    choose(connection, instances);
    try (var rows = CopiedRows.of(LINES.text(), connection)) {
      var line = new PopulationLine();
      var count = 0L;
      for (var row = rows.next(); row != null; row = rows.next()) {
        lines.take(line.read(row), line);
        count++;
      }
      return count;
    }
  }

  /** For the rest of the transaction: COPY has no parameters. */
  private static void choose(Connection connection, Collection<UUID> instances)
      throws SQLException {
    try (var statement = connection.prepareStatement(CHOOSE)) {
      statement.setString(
          1, instances.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}")));
      statement.execute();
    }
  }

  /** The digests of several files whose lines come one file after the other. */
  private static final class Digests {
    private final Map<UUID, Population> finished = new HashMap<>();
    private final MessageDigest digest = Sha256.digest();
    private UUID current = new UUID(0, 0);
    private long count;

    Digests(Collection<UUID> instances) {
      digest.update(FIRST_LINE);
      var empty = new Population(0, HexFormat.of().formatHex(digest.digest()));
      instances.forEach(instance -> finished.put(instance, empty));
    }

    void take(UUID instance, PopulationLine line) {
      if (!instance.equals(current)) {
        finish();
        current = instance;
        digest.update(FIRST_LINE);
      }
      line.update(digest);
      count++;
    }

    private void finish() {
      if (count > 0) {
        finished.put(current, new Population(count, HexFormat.of().formatHex(digest.digest())));
        count = 0;
      }
    }

    Map<UUID, Population> finished() {
      finish();
      return finished;
    }
  }
}
