package accessreviews.odata.paths;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whether the one list of filters has them all. */
class FilterOrderTest {
  private static final Path SOURCES = Path.of("src/main/java");

  /** A handler of the router or a filter of JAX-RS, up to the end of its line or parameters. */
  private static final Pattern FILTER =
      Pattern.compile("filters\\.register\\([^;]*|@Server(Request|Response)Filter\\b.*");

  @Test
  void aRequestPassesTheFiltersAsTheyAreListed() {
    assertThat(
            List.of(
                FilterOrder.REQUEST_IDS,
                FilterOrder.CANONICAL_PATH,
                FilterOrder.SMALL_BODIES,
                FilterOrder.SMALL_BODY_IS_HERE))
        .isSortedAccordingTo((one, other) -> other - one)
        .doesNotHaveDuplicates();
    assertThat(List.of(FilterOrder.LIMITS, FilterOrder.TOKEN, FilterOrder.SERVED_PATH))
        .isSorted()
        .doesNotHaveDuplicates();
  }

  @Test
  void everyFilterTakesItsNumberFromTheList() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      var filters =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .flatMap(file -> FILTER.matcher(text(file)).results().map(MatchResult::group))
              .toList();
      assertThat(filters).hasSizeGreaterThanOrEqualTo(6);
      assertThat(filters.stream().filter(filter -> !filter.contains("FilterOrder.")))
          .describedAs(
              "without a number of FilterOrder, of: " + filters.stream().collect(joining("\n")))
          .isEmpty();
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
