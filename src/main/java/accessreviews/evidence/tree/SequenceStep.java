package accessreviews.evidence.tree;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;

/**
 * Gives the next entries their places in the tree: leaves, the tiles that they fill, and a
 * checkpoint, in one transaction. One at a time, whatever the replicas are; so the indexes have no
 * gap, and a crash leaves the entries in the queue.
 */
@ApplicationScoped
class SequenceStep {
  /** The entries of a transaction. Their hashes are read twice, 32 bytes each. */
  static final int MOST = 50_000;

  private static final String LOCK =
      "select pg_try_advisory_xact_lock(hashtext('access_reviews.evidence'))";
  private static final String SIZE = "select coalesce(max(size), 0) from evidence_checkpoint";
  private static final Sql PLACE = Sql.file("evidence/tree/place-entries");
  private static final Sql NEW_TILES = Sql.file("evidence/tree/read-new-tiles");
  private static final Sql STORE_TILES = Sql.file("evidence/tree/store-tiles");
  private static final Sql STORE_CHECKPOINT = Sql.file("evidence/tree/store-checkpoint");

  private final Session database;

  SequenceStep(Session database) {
    this.database = database;
  }

  /** Returns how many entries got their place: none if there are none, or another is at work. */
  int run() {
    // A statement of its own: the next one has to see what the last holder of the lock has written.
    if (!BulkStatement.of(LOCK).query(database, Boolean.class).getSingleResult()) {
      return 0;
    }
    var size = BulkStatement.of(SIZE).query(database, Long.class).getSingleResult();
    var placed = BulkStatement.of(PLACE).with("size", size).with("most", MOST).execute(database);
    if (placed > 0) {
      var grown = size + placed;
      database.doWork(connection -> storeTiles(connection, size, grown));
      var tree =
          new TreeHashes(grown, (level, number, width) -> Tree.read(database, level, number));
      BulkStatement.of(STORE_CHECKPOINT)
          .with("size", grown)
          .with("root", tree.root())
          .execute(database);
    }
    return placed;
  }

  /** From the leaves upwards: the tiles that are full now and were not before. */
  private static void storeTiles(Connection connection, long before, long now) throws SQLException {
    var level = 0;
    var first = before / Tile.WIDTH;
    var end = now / Tile.WIDTH;
    while (end > first) {
      storeTiles(connection, level, first, end);
      level++;
      first /= Tile.WIDTH;
      end /= Tile.WIDTH;
    }
  }

  private static void storeTiles(Connection connection, int level, long first, long end)
      throws SQLException {
    List<Long> numbers = new ArrayList<>();
    List<byte[]> hashes = new ArrayList<>();
    List<byte[]> roots = new ArrayList<>();
    try (var statement =
            NEW_TILES.prepare(connection, Map.of("level", level, "first", first, "end", end));
        var found = statement.executeQuery()) {
      while (found.next()) {
        numbers.add(found.getLong(1));
        hashes.add(found.getBytes(2));
        roots.add(new Tile(found.getBytes(2)).root());
      }
    }
    try (var statement =
        STORE_TILES.prepare(
            connection,
            Map.of(
                "level",
                level,
                "numbers",
                connection.createArrayOf("bigint", numbers.toArray()),
                "hashes",
                connection.createArrayOf("bytea", hashes.toArray(byte[][]::new)),
                "roots",
                connection.createArrayOf("bytea", roots.toArray(byte[][]::new))))) {
      statement.executeUpdate();
    }
  }
}
