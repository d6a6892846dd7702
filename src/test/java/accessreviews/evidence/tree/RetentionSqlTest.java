package accessreviews.evidence.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.refusal.Refused;
import accessreviews.testing.sql.SqlTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Old entries go, their hashes stay. The entry {@code i} is from {@code i} seconds after the 5th.
 */
class RetentionSqlTest extends SqlTest {
  @BeforeEach
  void tenEntries() {
    Entries.write(10, rows);
  }

  @Test
  void theOldestAreDeletedAndEveryProofKeepsWorking() {
    new SequenceStep(session()).run();
    var leaves = Entries.leaves(rows);
    var before = Entries.checkpoints(rows);

    assertThat(deleted("2026-01-05T00:00:04Z", 100)).isEqualTo(3);

    assertThat(rows.strings("select entry from evidence_entry order by id"))
        .hasSize(7)
        .first()
        .isEqualTo("{\"entry\":\"ä 4\"}");
    assertThat(Entries.checkpoints(rows)).isEqualTo(before);
    var tree = new TreeHashes(10, (level, number, width) -> Tree.read(session(), level, number));
    assertThat(PlainTree.includes(leaves.get(1), 1, 10, PlainTree.root(leaves), tree.inclusion(1)))
        .isTrue();
    assertThat(bundle("entries/000.p/10")).startsWith("Entries of this bundle are no longer kept");
    assertThat(new StoredTiles(session()).read(path("0/000.p/10"))).hasSize(10 * Merkle.SIZE);
  }

  @Test
  void theyAreDeletedInPortions() {
    new SequenceStep(session()).run();

    assertThat(deleted("2026-01-06T00:00:00Z", 6)).isEqualTo(6);
    assertThat(deleted("2026-01-06T00:00:00Z", 6)).isEqualTo(4);
    assertThat(deleted("2026-01-06T00:00:00Z", 6)).isZero();
  }

  @Test
  void whatHasNoPlaceInTheTreeYetIsKept() {
    assertThat(deleted("2026-01-06T00:00:00Z", 100)).isZero();
  }

  /** A bundle is the entries, each behind its length in two bytes. */
  @Test
  void aBundleHasTheExactBytes() {
    new SequenceStep(session()).run();

    assertThat(new StoredTiles(session()).read(path("entries/000.p/2")))
        .isEqualTo("\0\u0010{\"entry\":\"ä 1\"}\0\u0010{\"entry\":\"ä 2\"}".getBytes(UTF_8));
    assertThat(bundle("entries/000.p/11")).contains("no such tile");
    assertThat(bundle("entries/000")).contains("no such tile");
    assertThat(bundle("0/000")).contains("no such tile");
    assertThat(bundle("1/000.p/1")).contains("no such tile");
    assertThat(bundle("63/x999/999")).contains("no such tile");
  }

  @Test
  void nothingElseIsAllowedToDelete() {
    assertThatThrownBy(() -> rows.execute("delete from evidence_entry"))
        .hasStackTraceContaining("The evidence log is never changed or deleted: DELETE");
  }

  private long deleted(String before, int most) {
    return Long.parseLong(
        rows.strings("select evidence_delete_before(?::timestamptz, ?)", before, most).getFirst());
  }

  private static TilePath path(String path) {
    return TilePath.of(path).orElseThrow();
  }

  private String bundle(String path) {
    try {
      return new StoredTiles(session()).read(path(path)).length + " bytes";
    } catch (Refused refused) {
      return refused.sentence();
    }
  }
}
