package accessreviews;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No file and no package has more than a reader can keep in mind (CONTRIBUTING.md). */
class SizesTest {
  private static final int MOST_LINES = 300;
  private static final int MOST_FILES = 20;

  private static final List<Path> FOLDERS =
      List.of(Path.of("src"), Path.of("bench", "lib"), Path.of("bench", "sql"), Path.of("deploy"));

  private static final Set<String> CODE = Set.of("java", "sql", "mjs", "lua", "sh");

  /** Longer ones, and why. */
  private static final Map<Path, String> LONG =
      Map.of(
          Path.of("src/main/resources/evidence/Verify.java"),
          "an auditor gets one file, and runs it with nothing else");

  @Test
  void noFileHasMoreThan300Lines() throws IOException {
    assertThat(code().stream().filter(file -> !LONG.containsKey(file)).filter(SizesTest::isLong))
        .as("files of more than %d lines", MOST_LINES)
        .isEmpty();
  }

  @Test
  void noPackageHasMoreThan20Files() throws IOException {
    var packages =
        code().stream()
            .filter(file -> file.toString().endsWith(".java"))
            .collect(groupingBy(Path::getParent, counting()));
    packages.values().removeIf(number -> number <= MOST_FILES);
    assertThat(packages).as("packages of more than %d files", MOST_FILES).isEmpty();
  }

  @Test
  void whatMayBeLongIsLong() {
    assertThat(LONG.keySet()).allMatch(SizesTest::isLong);
  }

  private static List<Path> code() throws IOException {
    var found = new ArrayList<Path>();
    for (var folder : FOLDERS) {
      try (var files = Files.walk(folder)) {
        files.filter(Files::isRegularFile).filter(SizesTest::isCode).forEach(found::add);
      }
    }
    return found;
  }

  private static boolean isCode(Path file) {
    var name = file.getFileName().toString();
    return CODE.contains(name.substring(name.lastIndexOf('.') + 1));
  }

  private static boolean isLong(Path file) {
    try (var lines = Files.lines(file)) {
      return lines.count() > MOST_LINES;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
