package accessreviews.patterns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * No regular expression in the source takes more than linear time on any input: twice the length
 * takes about twice the steps. A new one is found and tried by itself. One that is put together
 * while the service runs has to be named here, with an example.
 */
class RegularExpressionsTest {
  /** Expressions that are put together while the service runs, with an example of each. */
  private static final Map<String, String> PUT_TOGETHER =
      Map.of(
          "\"(?<!:):\" + name + \"\\\\b\"",
          "(?<!:):name\\b",
          "keyed",
          Pattern.quote("/groups/{id}/members") + "/\\{\\w+}");

  /** Expressions that are never searched for: only a whole text or its beginning is matched. */
  private static final Set<String> ANCHORED =
      Set.of(
          "Segment",
          "GraphUrl",
          "Tokens",
          "Reference",
          "CsdlSchemas",
          "BatchedRequest",
          "Guid",
          "Preconditions",
          "FormTokens");

  @ParameterizedTest(name = "{0}")
  @MethodSource("places")
  void takesLinearTimeOnItsWorstInput(SourcePatterns.Place place) {
    var expression = place.pattern().orElseGet(() -> PUT_TOGETHER.get(place.source()));
    assertThat(expression).as("an example of %s", place).isNotNull();

    assertThat(new Attack(Pattern.compile(expression), isAnchored(place)).slowest())
        .as("input on which %s takes more than linear time", place)
        .isEmpty();
  }

  private static boolean isAnchored(SourcePatterns.Place place) {
    return ANCHORED.contains(place.file());
  }

  static Stream<SourcePatterns.Place> places() throws IOException {
    return SourcePatterns.in(Path.of("src/main/java"), Path.of("src/dev/java")).stream().distinct();
  }

  @Test
  void theSourceIsRead() throws IOException {
    assertThat(places().map(SourcePatterns.Place::file))
        .contains("Segment", "FilterConditions", "Claims")
        .containsAll(ANCHORED);
    assertThat(places().filter(place -> place.pattern().isEmpty()))
        .extracting(SourcePatterns.Place::source)
        .containsExactlyInAnyOrderElementsOf(PUT_TOGETHER.keySet());
  }

  @Test
  void anAnchoredExpressionIsNeverSearchedFor() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      for (var file : files.filter(RegularExpressionsTest::isAnchored).toList()) {
        assertThat(Files.readString(file)).as("%s", file).doesNotContain(".find(", ".results(");
      }
    }
  }

  private static boolean isAnchored(Path file) {
    return ANCHORED.contains(file.getFileName().toString().replace(".java", ""));
  }

  /** What was in the source once, or is well known to be slow. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+b",
        "\\s*(\\w+)\\s*=\\s*(?:'((?:[^']|'')*)'|([^',]*))\\s*(?:,|$)",
        "(?:.*/)?\\.{1,2}(?:/.*)?",
        "(?m)^\\s*--.*\\R",
        "\\([^)]*\\)",
        ".*[?&]password=trial(&.*)?"
      })
  void aSlowOneIsFound(String expression) {
    assertThat(new Attack(Pattern.compile(expression), false).slowest()).isNotEmpty();
  }
}
