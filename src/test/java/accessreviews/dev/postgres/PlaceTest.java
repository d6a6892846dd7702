package accessreviews.dev.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlaceTest {
  @TempDir Path project;
  @TempDir Path copy;

  @Test
  void twoTestRunsAtOnceHavePlacesOfTheirOwn() throws Exception {
    try (var one = Place.take(project, Purpose.TEST);
        var other = Place.take(project, Purpose.TEST)) {
      assertThat(one.data()).isEqualTo(project.resolve(".dev/postgres-test-1"));
      assertThat(other.data()).isEqualTo(project.resolve(".dev/postgres-test-2"));
      assertThat(one.containerName()).isNotEqualTo(other.containerName());
    }
  }

  @Test
  void aPlaceThatWasLeftIsTakenAgain() throws Exception {
    Place.take(project, Purpose.TEST).close();
    try (var again = Place.take(project, Purpose.TEST)) {
      assertThat(again.name()).isEqualTo("postgres-test-1");
    }
  }

  @Test
  void twoCopiesOfTheProjectShareNoContainer() throws Exception {
    try (var one = Place.take(project, Purpose.DEV);
        var other = Place.take(copy, Purpose.DEV)) {
      assertThat(one.containerName()).isNotEqualTo(other.containerName());
    }
  }
}
