package accessreviews.dev.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresChoiceTest {
  @TempDir Path project;

  @ParameterizedTest(name = "wanted {0}, answers {1}, image {2}, volume {3}, embedded data {4}")
  @CsvSource(
      textBlock =
          """
          yes, yes, yes, no,  no,  a container
          yes, yes, yes, yes, no,  a container
          yes, no,  yes, no,  no,  embedded: no container engine answered
          yes, yes, no,  no,  no,  embedded: the container engine could not provide the image
          no,  yes, yes, yes, no,  embedded: containers are turned off
          yes, yes, yes, no,  yes, embedded: its data is here already
          yes, yes, yes, yes, yes, a container
          """)
  void theDevDatabaseIsWhereItsDataIsElseInAContainerElseEmbedded(
      String wanted, String answers, String image, String volume, String data, String expected)
      throws Exception {
    try (var devDirectory = DevDirectory.take(project, DevOrTest.DEV)) {
      if (data.equals("yes")) {
        Files.createDirectories(devDirectory.data());
        Files.writeString(devDirectory.data().resolve("PG_VERSION"), "17");
      }
      assertThat(choice(devDirectory, wanted, answers, image, volume)).isEqualTo(expected);
    }
  }

  private static String choice(
      DevDirectory devDirectory, String wanted, String answers, String image, String volume) {
    var config = new DevDatabaseConfig(wanted.equals("yes"), Duration.ZERO);
    var engine =
        new ContainerEngine() {
          @Override
          public boolean answers() {
            return answers.equals("yes");
          }

          @Override
          public boolean hasVolume(String name) {
            return volume.equals("yes") && name.equals(devDirectory.containerName());
          }

          @Override
          public boolean providesImage() {
            return image.equals("yes");
          }
        };
    return switch (PostgresChoice.of(devDirectory, config, engine)) {
      case PostgresChoice.Container() -> "a container";
      case PostgresChoice.Embedded(var because) -> "embedded: " + because;
    };
  }
}
