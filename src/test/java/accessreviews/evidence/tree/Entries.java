package accessreviews.evidence.tree;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Rows;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Entries that are only there to be sequenced, and the leaves that they have. */
final class Entries {
  private static final String WRITE =
      """
      insert into evidence_entry (type, at, definition_id, entry)
      select 'decision', timestamptz '2026-01-05Z' + make_interval(secs => i),
        '00000000-0000-0000-0000-00000000000d', '{"entry":"ä ' || i || '"}'
      from generate_series(1, ?) i""";

  private Entries() {}

  /** Writes {@code count} entries. */
  static void write(int count, Rows rows) {
    rows.execute(WRITE, count);
  }

  /** The leaves of the entries as the plain tree hashes them, in the order of their indexes. */
  static List<byte[]> leaves(Rows rows) {
    return rows
        .strings(
            """
            select e.entry from evidence_leaf l join evidence_entry e on e.id = l.entry_id
            order by l.index""")
        .stream()
        .map(entry -> PlainTree.leaf(entry.getBytes(UTF_8)))
        .toList();
  }

  /** The entries of a bundle, each of them behind its length. */
  static List<byte[]> bundle(byte[] bundle, int width) {
    var bytes = ByteBuffer.wrap(bundle);
    var entries = new ArrayList<byte[]>();
    while (bytes.hasRemaining()) {
      var entry = new byte[Short.toUnsignedInt(bytes.getShort())];
      bytes.get(entry);
      entries.add(entry);
    }
    assertThat(entries).hasSize(width);
    return entries;
  }

  /** The roots of checkpoints in hex, by their sizes: {@code size root}. */
  static List<String> checkpoints(Rows rows) {
    return rows.strings(
        "select size || ' ' || encode(root, 'hex') from evidence_checkpoint order by size");
  }

  static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }
}
