package accessreviews.testcontainers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the README shows is what runs. */
class ReadmeTest {
  @Test
  void theExampleIsTheOneThatIsTested() throws IOException {
    var source = Path.of("src/test/java/accessreviews/testcontainers/GraphSdkExampleTest.java");
    var example = Files.readString(source, UTF_8).split("// README\n")[1].stripIndent().strip();
    var readme = Files.readString(Path.of("README.md"), UTF_8);

    assertThat(readme).contains("```java\n" + example + "\n```");
  }
}
