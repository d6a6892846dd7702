package accessreviews;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.identity.Requires;
import accessreviews.identity.browser.PortalSignIn;
import accessreviews.odata.paths.Open;
import accessreviews.testing.Resources;
import accessreviews.testing.Resources.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An operation is declared at the method that answers it, and nowhere else. */
class DeclarationsTest {
  private static final Path SOURCES = Path.of("src", "main", "java", "accessreviews");

  /** What is checked in the method: the emulator is hidden first, a batch is many requests. */
  private static final Set<String> CHECKED_INSIDE =
      Set.of("/emulator/clock", "/emulator/clock/advance", "/emulator/state", "/{version}/$batch");

  /** Comments, and string literals, which are kept. */
  private static final Pattern COMMENT_OR_TEXT =
      Pattern.compile(
          "/\\*.*?\\*/|//[^\\n]*|\"\"\".*?\"\"\"|\"(?:[^\"\\\\\\n]|\\\\.)*\"", Pattern.DOTALL);

  /** Words that name features, but are common as well. */
  private static final Set<String> COMMON =
      Set.of(
          "me",
          "user",
          "filterByCurrentUser",
          "import",
          "state",
          "token",
          "instance",
          "owners",
          "key");

  @Test
  void everyOperationSaysWhatItRequires() {
    assertThat(
            Resources.operations()
                .filter(operation -> !operation.has(Requires.class))
                .filter(operation -> !operation.has(Open.class))
                .filter(operation -> !CHECKED_INSIDE.contains(operation.path()))
                .map(Operation::toString))
        .as("methods of resources without @Requires and @Open")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"odata", "identity"})
  void noFeatureIsNamedIn(String room) throws IOException {
    var features = features();
    try (Stream<Path> files = Files.walk(SOURCES.resolve(room))) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".java"))
                  .flatMap(
                      file ->
                          texts(file)
                              .filter(text -> names(text, features))
                              .map(text -> file.getFileName() + ": " + text)))
          .as("texts that name one of %s", features)
          .isEmpty();
    }
  }

  /** The segments of the paths that are declared in other rooms; pages are no operations. */
  private static Set<String> features() {
    return Resources.operations()
        .filter(operation -> !operation.resource().getName().startsWith("accessreviews.odata."))
        .filter(operation -> !PortalSignIn.isPage(operation.path()))
        .flatMap(operation -> Arrays.stream(operation.path().split("/")))
        .filter(segment -> segment.matches("[A-Za-z]+") && !COMMON.contains(segment))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean names(String text, Set<String> features) {
    return Arrays.stream(text.split("[^A-Za-z]+")).anyMatch(features::contains);
  }

  private static Stream<String> texts(Path file) {
    try {
      return COMMENT_OR_TEXT
          .matcher(Files.readString(file))
          .results()
          .map(MatchResult::group)
          .filter(found -> found.startsWith("\""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
