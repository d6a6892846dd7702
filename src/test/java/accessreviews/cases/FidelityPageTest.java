package accessreviews.cases;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Resources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/**
 * {@code docs/fidelity.md} is made from one table, {@code fidelity.txt}, which has each operation
 * of the access reviews API once: what is known of it, what the service does, and what strict mode
 * does.
 */
class FidelityPageTest {
  private static final Path PAGE = Path.of("docs", "fidelity.md");
  private static final Path MADE = Path.of("target", "fidelity.md");
  private static final String HEAD =
      """
      # Fidelity

      For those who test their automation here: what is known of each operation of Graph's access reviews API, and what this service does. A test makes
      this page from one table and fails if an operation is missing. Paths are as in [permissions](permissions.md).

      | Word | Means |
      |---|---|
      | seed | the documents that this project began with |
      | documented | a reference page of Graph has the operation |
      | metadata | only `$metadata` has it; no page says how it behaves |
      | example | only an example shows it |
      | contradicted (C…) | pages, examples or clients disagree; [where the documents are silent](adr/0005-where-the-documents-are-silent.md) |
      | observed (O…) | people published what the live service did |
      | ours | Graph has nothing like it |
      | beta | only `/beta` has it |

      Strict mode is `access-reviews.graph.strict=true` ([emulator](emulator.md)). It refuses what the live service was seen refusing. An empty cell: no difference.

      | Operation | Known | Here | Strict mode |
      |---|---|---|---|
      """;

  /** A line of the table. */
  private record Row(String operation, String known, String here, String strict) {
    static Row of(String line) {
      var cells = line.split(" \\| ", -1);
      assertThat(cells).as(line).hasSize(4);
      return new Row(cells[0].strip(), cells[1].strip(), cells[2].strip(), cells[3].strip());
    }

    String inThePage() {
      var words = operation.split(" ", 2);
      return "| %s `%s` | %s | %s | %s |".formatted(words[0], words[1], known, here, strict);
    }
  }

  private static List<Row> table() throws IOException {
    try (var file =
        Objects.requireNonNull(FidelityPageTest.class.getResourceAsStream("/fidelity.txt"))) {
      return Arrays.stream(new String(file.readAllBytes(), UTF_8).split("\n"))
          .filter(line -> !line.startsWith("#"))
          .map(Row::of)
          .toList();
    }
  }

  @Test
  void eachOperationIsInTheTableOnce() throws IOException {
    var served =
        Resources.operations()
            .filter(
                operation ->
                    operation.path().startsWith("/{version}/identityGovernance/accessReviews")
                        || operation.path().startsWith("/{version}/policies/")
                        || operation.path().contains("/pendingAccessReviewInstances"))
            .filter(operation -> !operation.path().endsWith("/$count"))
            .map(
                operation ->
                    operation.verb()
                        + " "
                        + operation
                            .path()
                            .replace("/{version}/identityGovernance/accessReviews", "…")
                            .replace("/{version}/", "/")
                            .replace("filterByCurrentUser", "filterByCurrentUser(on='reviewer')"))
            .distinct() // the same in another form
            .toList();

    assertThat(table()).extracting(Row::operation).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void thePageIsTheTable() throws IOException {
    var page = HEAD + table().stream().map(Row::inThePage).collect(joining("\n")) + "\n";
    Files.createDirectories(MADE.getParent());
    Files.writeString(MADE, page);

    assertThat(PAGE).as("copy %s where it is right", MADE).hasContent(page);
  }
}
