package accessreviews.evidence.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.testing.sql.SqlTest;
import java.sql.SQLException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Entries get their places, tiles and checkpoints as plain recursion has them. */
class SequenceStepSqlTest extends SqlTest {
  @Test
  void noEntriesMakeNoCheckpoint() {
    assertThat(new SequenceStep(session()).run()).isZero();
    assertThat(Entries.checkpoints(rows)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 255, 256, 257, 1_000})
  void theRootIsThatOfPlainRecursion(int size) {
    Entries.write(size, rows);

    assertThat(new SequenceStep(session()).run()).isEqualTo(size);

    assertThat(Entries.checkpoints(rows))
        .containsExactly(size + " " + Entries.hex(PlainTree.root(Entries.leaves(rows))));
    assertThat(rows.strings("select 1 from evidence_unsequenced")).isEmpty();
  }

  /** Through two levels of full tiles: 65,536 entries fill one of level 1. */
  @Test
  void aTreeThatGrowsKeepsWhatItWas() {
    var step = new SequenceStep(session());
    for (var more : new int[] {300, 40_000, 1, 60_000, 255, 0}) {
      Entries.write(more, rows);
      step.run(); // of 60,000 entries 10,000 wait for the next one
    }
    assertThat(step.run()).isZero();

    var leaves = Entries.leaves(rows);
    assertThat(leaves).hasSize(100_556);
    assertThat(Entries.checkpoints(rows))
        .containsExactlyElementsOf(
            Entries.checkpoints(rows).stream()
                .map(row -> Integer.parseInt(row.split(" ", -1)[0]))
                .map(size -> size + " " + Entries.hex(PlainTree.root(leaves.subList(0, size))))
                .toList())
        .hasSize(5);
    assertThat(
            rows.strings(
                "select level || ' ' || count(*) from evidence_tile group by level order by 1"))
        .containsExactly("0 392", "1 1");
    assertThat(rows.strings("select encode(root, 'hex') from evidence_tile where level = 1"))
        .containsExactly(Entries.hex(PlainTree.root(leaves.subList(0, 65_536))));
    assertThat(
            HexFormat.of().formatHex(Tree.read(session(), 0, 392))) // of the 204 that fill no tile
        .isEqualTo(
            String.join(
                "", leaves.subList(392 * 256, 100_556).stream().map(Entries::hex).toList()));
    assertThat(Tree.read(session(), 1, 1)).hasSize(136 * Merkle.SIZE);
    assertThat(Tree.read(session(), 3, 0)).isEmpty();
  }

  @Test
  void whileAnotherIsAtWorkNothingIsDone() throws SQLException {
    try (var other = database().connect()) {
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        statement.execute("select pg_advisory_xact_lock(hashtext('access_reviews.evidence'))");
      }
      Entries.write(3, rows);

      assertThat(new SequenceStep(session()).run()).isZero();

      other.rollback();
      assertThat(new SequenceStep(session()).run()).isEqualTo(3);
    }
  }

  @Test
  void anEntryThatIsMissingStopsTheLog() {
    Entries.write(2, rows);
    rows.execute("set local access_reviews.evidence = 'reset'");
    rows.execute("delete from evidence_entry where id = (select min(id) from evidence_entry)");

    assertThatThrownBy(() -> new SequenceStep(session()).run())
        .hasStackTraceContaining("null value in column \"hash\"");
  }
}
