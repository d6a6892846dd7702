package accessreviews.evidence.tree;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.hibernate.Session;

/** The bytes of tiles and entry bundles, as C2SP tlog-tiles has them. */
@ApplicationScoped
class StoredTiles {
  /** The highest level with a hash in it, in a log of less than 2^56 entries. */
  private static final int HIGHEST = 7;

  /** Stands for an entry that is no longer kept; none is as short. */
  private static final String FORGOTTEN = "";

  private static final Sql READ_ENTRIES = Sql.file("evidence/tree/read-entries");

  private final Session database;

  StoredTiles(Session database) {
    this.database = database;
  }

  /** What {@code path} names; refuses what is not there, not full yet, or no longer kept. */
  byte[] read(TilePath path) {
    var level = path.level();
    return level == null ? bundle(path) : tile(level, path);
  }

  private byte[] tile(int level, TilePath path) {
    var hashes = level > HIGHEST ? new byte[0] : Tree.read(database, level, path.number());
    var wanted = path.width() * Merkle.SIZE;
    if (hashes.length < wanted) {
      throw missing();
    }
    return Arrays.copyOf(hashes, wanted);
  }

  private byte[] bundle(TilePath path) {
    var first = path.number() * Tile.WIDTH;
    var entries =
        BulkStatement.of(READ_ENTRIES)
            .with("first", first)
            .with("end", first + path.width())
            .query(database, String.class)
            .getResultList();
    if (entries.size() < path.width()) {
      throw missing();
    }
    if (entries.contains(FORGOTTEN)) {
      throw forgotten();
    }
    var bytes = entries.stream().map(entry -> entry.getBytes(UTF_8)).toList();
    var bundle =
        ByteBuffer.allocate(bytes.stream().mapToInt(entry -> Short.BYTES + entry.length).sum());
    bytes.forEach(entry -> bundle.putShort((short) entry.length).put(entry));
    return bundle.array();
  }

  private static Refused forgotten() {
    return new Refused(
        Refusal.RESOURCE_NOT_FOUND,
        null,
        "Entries of this bundle are no longer kept (access-reviews.evidence.keep). Their hashes are"
            + " in the tile of level 0.");
  }

  static Refused missing() {
    return new Refused(
        Refusal.RESOURCE_NOT_FOUND, null, "The evidence log has no such tile, or not yet.");
  }
}
