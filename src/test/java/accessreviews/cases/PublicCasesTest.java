package accessreviews.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No public case is left out. */
class PublicCasesTest {
  private static final Path TESTS = Path.of("src/test/java/accessreviews/cases");
  private static final Pattern ID = Pattern.compile("\"(P\\d\\d[a-z])\\b");

  @Test
  void eachOneIsSentByATest() throws IOException {
    var sent = new TreeSet<String>();
    try (var files = Files.list(TESTS)) {
      for (var file : files.filter(one -> one.toString().endsWith("HttpTest.java")).toList()) {
        ID.matcher(Files.readString(file)).results().forEach(found -> sent.add(found.group(1)));
      }
    }
    assertThat(sent)
        .containsExactlyElementsOf(
            new TreeSet<>(PublicCase.all().stream().map(PublicCase::id).toList()));
  }
}
