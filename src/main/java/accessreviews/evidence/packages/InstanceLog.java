package accessreviews.evidence.packages;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.evidence.tree.InclusionProofs;
import accessreviews.platform.persistence.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code log.jsonl}, the entries about an instance and its series, and {@code proofs.json}, that
 * each of them is in the tree. Both are written in one pass.
 */
final class InstanceLog {
  private static final Sql ENTRIES = Sql.file("evidence/packages/log");
  private static final Base64.Encoder BASE64 = Base64.getEncoder();

  private final InclusionProofs proofs;
  private final long size;

  /** The log in a tree of {@code size} leaves. */
  InstanceLog(InclusionProofs proofs, long size) {
    this.proofs = proofs;
    this.size = size;
  }

  void write(Map<String, ?> about, Connection connection, OutputStream log, OutputStream proved)
      throws SQLException, IOException {
    proved.write("{\"size\":%d,\"proofs\":[".formatted(size).getBytes(US_ASCII));
    try (var statement = ENTRIES.prepare(connection, about)) {
      statement.setFetchSize(PackageFiles.FETCHED);
      try (var entries = statement.executeQuery()) {
        for (var separator = "\n"; entries.next(); separator = ",\n") {
          log.write(entries.getString(2).getBytes(UTF_8));
          log.write('\n');
          var index = entries.getLong(1);
          proved.write((separator + proof(index, proofs.of(index))).getBytes(US_ASCII));
        }
      }
    }
    proved.write("\n]}\n".getBytes(US_ASCII));
  }

  private static String proof(long index, List<byte[]> hashes) {
    return hashes.stream()
        .map(BASE64::encodeToString)
        .collect(
            Collectors.joining(
                "\",\"",
                "{\"index\":" + index + ",\"proof\":[" + (hashes.isEmpty() ? "" : "\""),
                (hashes.isEmpty() ? "" : "\"") + "]}"));
  }
}
