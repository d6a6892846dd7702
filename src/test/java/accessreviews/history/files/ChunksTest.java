package accessreviews.history.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file is cut into chunks, and nothing of it is lost. */
class ChunksTest {
  @ParameterizedTest
  @ValueSource(
      ints = {0, 1, Chunks.SIZE - 1, Chunks.SIZE, Chunks.SIZE + 1, 3 * Chunks.SIZE, 3_500_000})
  void allBytesAreKept(int size) throws Exception {
    var random = new Random(size);
    var bytes = new byte[size];
    random.nextBytes(bytes);
    var lengths = new ArrayList<Integer>();
    var kept = new ByteArrayOutputStream();
    var chunks =
        new Chunks(
            (number, chunk) -> {
              assertThat(number).isEqualTo(lengths.size());
              lengths.add(chunk.length);
              kept.writeBytes(chunk);
            });
    try (chunks) {
      for (var written = 0; written < size; ) {
        var length = Math.min(size - written, 1 + random.nextInt(700_000));
        chunks.write(bytes, written, length);
        written += length;
      }
    }

    assertThat(kept.toByteArray()).isEqualTo(bytes);
    assertThat(lengths.stream().limit(Math.max(0, lengths.size() - 1)))
        .allMatch(length -> length == Chunks.SIZE);
    assertThat(chunks.size()).isEqualTo(size);
    assertThat(chunks.sha256())
        .isEqualTo(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
  }
}
