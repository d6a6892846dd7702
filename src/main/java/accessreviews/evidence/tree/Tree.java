package accessreviews.evidence.tree;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The tree as it is stored. Its leaves and tiles are never changed, so that proofs for a checkpoint
 * stay the same for ever, also where the entries themselves were deleted.
 */
@ApplicationScoped
public class Tree {
  private static final Sql LATEST = Sql.file("evidence/tree/read-checkpoint");
  private static final String SUFFIX = "select suffix from evidence_origin";
  private static final Sql READ_TILE = Sql.file("evidence/tree/read-tile");

  private final Session database;
  private final EvidenceOrigin origin;

  Tree(Session database, EvidenceOrigin origin) {
    this.database = database;
    this.origin = origin;
  }

  /** The latest checkpoint; empty before the first entry has its place. */
  public Optional<Checkpoint> latest() {
    return BulkStatement.of(LATEST)
        .query(database, Tuple.class)
        .addScalar("size", Long.class)
        .addScalar("root", byte[].class)
        .addScalar("suffix", Integer.class)
        .getResultStream()
        .findFirst()
        .map(
            row ->
                new Checkpoint(
                    origin.after(row.get("suffix", Integer.class)),
                    row.get("size", Long.class),
                    row.get("root", byte[].class)));
  }

  /** The checkpoint of the log before its first entry. */
  public Checkpoint empty() {
    var suffix = BulkStatement.of(SUFFIX).query(database, Integer.class).getSingleResult();
    return new Checkpoint(origin.after(suffix), 0, Merkle.ofNothing());
  }

  /** The inclusion proofs to the tree of {@code size}. */
  public InclusionProofs proofs(long size) {
    return new InclusionProofs(hashes(size));
  }

  /**
   * The proof that the tree of size {@code newer} begins with the one of size {@code older}, lowest
   * node first (RFC 6962, 2.1.2).
   */
  public List<byte[]> consistency(long older, long newer) {
    return hashes(newer).consistency(older);
  }

  private TreeHashes hashes(long size) {
    return new TreeHashes(size, (level, number, width) -> read(database, level, number));
  }

  /** The hashes of a tile, as many as there are by now. */
  static byte[] read(Session database, int level, long number) {
    return BulkStatement.of(READ_TILE)
        .with("level", level)
        .with("number", number)
        .query(database, byte[].class)
        .getSingleResult();
  }
}
