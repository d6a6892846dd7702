package accessreviews.evidence.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packages that are broken at random: the verifier fails, and says so, whatever they are. */
class VerifyFuzzTest {
  private static final long SEED = 20261129;
  private static final int TIMES = 60;

  @TempDir Path folder;

  private final Random random = new Random(SEED);
  private final Review review = Review.told();

  @Test
  void aZipWithOtherBytesIsNeverAnotherPackageThatIsOk() throws IOException {
    byte[] zip = review.packed().zip();
    for (int i = 0; i < TIMES; i++) {
      byte[] changed = zip.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      // A bit of a ZIP may say nothing, such as a time: then nothing else has changed either.
      verify(changed, i, verdict -> verdict.exitCode() == 0 || verdict.exitCode() == 1);
    }
  }

  @Test
  void aTruncatedZipFails() throws IOException {
    byte[] zip = review.packed().zip();
    for (int i = 0; i < TIMES; i++) {
      failing(Arrays.copyOf(zip, random.nextInt(zip.length)), i);
    }
  }

  @Test
  void anyFileThatIsTruncatedFails() throws IOException {
    for (int i = 0; i < TIMES; i++) {
      var forgery = review.packed();
      var file = any(FILES);
      var content = forgery.bytes(file);
      forgery.put(file, Arrays.copyOf(content, random.nextInt(content.length)));
      failing(forgery.zip(), i);
      forgery.seal();
      failing(forgery.zip(), i);
    }
  }

  @Test
  void anyFileOfOtherBytesFails() throws IOException {
    for (int i = 0; i < TIMES; i++) {
      var forgery = review.packed();
      var file = any(FILES);
      var content = forgery.bytes(file).clone();
      int from = random.nextInt(content.length);
      for (int at = from; at < Math.min(content.length, from + 20); at++) {
        content[at] = (byte) random.nextInt(256);
      }
      forgery.put(file, content);
      failing(forgery.zip(), i);
    }
  }

  /** Pieces of JSON and CSV in places where they do not belong. */
  @Test
  void anyFileWithPiecesInItFails() throws IOException {
    for (int i = 0; i < TIMES; i++) {
      var forgery = review.packed();
      var file = any(FILES);
      var text = forgery.text(file);
      int at = random.nextInt(text.length());
      forgery.put(file, text.substring(0, at) + any(PIECES) + text.substring(at));
      failing(forgery.zip(), i);
      if (file.equals("log.jsonl") || file.equals("checkpoint.txt")) {
        forgery.seal();
        failing(forgery.zip(), i);
      }
    }
  }

  private static final List<String> FILES =
      List.of(
          "checkpoint.txt",
          "decisions.csv",
          "definition.json",
          "instance.json",
          "log.jsonl",
          "population.csv",
          "proofs.json",
          "removals.csv");

  private static final List<String> PIECES =
      List.of(
          "[".repeat(100_000),
          "{\"a\":".repeat(100_000),
          "\"",
          "\"\"",
          "\\",
          ",",
          "\r\n",
          "\n\n",
          "1e999999999",
          "9".repeat(1000),
          "-",
          "null",
          "\u0000",
          "\ud83d\ude00",
          "]}",
          "— x AAAA\n");

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }

  private void failing(byte[] zip, int i) throws IOException {
    verify(zip, i, verdict -> verdict.exitCode() == 1);
  }

  private void verify(byte[] zip, int i, java.util.function.Predicate<Verifier.Verdict> expected)
      throws IOException {
    var file = Files.write(folder.resolve("evidence.zip"), zip);
    var verdict = Verifier.run(file, "--key", review.signer.key());
    assertThat(verdict).as("number " + i).matches(expected);
    assertThat(verdict.lines())
        .noneMatch(line -> line.contains("Exception") || line.contains("\tat "));
    assertThat(verdict.exitCode() == 1)
        .isEqualTo(verdict.lines().stream().anyMatch(line -> line.startsWith("FAILED")));
  }
}
