package accessreviews.dev.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DevDirectoryTest {
  @TempDir Path project;
  @TempDir Path copy;

  @Test
  void twoTestRunsAtOnceHavePlacesOfTheirOwn() throws Exception {
    try (var one = DevDirectory.take(project, DevOrTest.TEST);
        var other = DevDirectory.take(project, DevOrTest.TEST)) {
      assertThat(one.data()).isEqualTo(project.resolve(".dev/postgres-test-1"));
      assertThat(other.data()).isEqualTo(project.resolve(".dev/postgres-test-2"));
      assertThat(one.containerName()).isNotEqualTo(other.containerName());
    }
  }

  @Test
  void aSecondTryByThisJvmLeavesThePlaceTaken() throws Exception {
    try (var one = DevDirectory.take(project, DevOrTest.TEST);
        var other = DevDirectory.take(project, DevOrTest.TEST)) {
      assertThat(lockedByAnother(one)).isEqualTo("false");
      assertThat(lockedByAnother(other)).isEqualTo("false");
    }
  }

  /** Whether another JVM gets the lock of {@code place}. */
  private String lockedByAnother(DevDirectory devDirectory) throws Exception {
    var program =
        Files.writeString(
            copy.resolve("Lock.java"),
            """
            void main(String[] file) throws Exception {
              try (var channel = java.nio.channels.FileChannel.open(
                  java.nio.file.Path.of(file[0]), java.nio.file.StandardOpenOption.WRITE)) {
                IO.print(channel.tryLock() != null);
              }
            }
            """);
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var lock = devDirectory.directory().resolve(devDirectory.name() + ".lock").toString();
    var process = new ProcessBuilder(java, program.toString(), lock).redirectErrorStream(true);
    return new String(process.start().getInputStream().readAllBytes(), UTF_8);
  }

  @Test
  void aPlaceThatWasLeftIsTakenAgain() throws Exception {
    DevDirectory.take(project, DevOrTest.TEST).close();
    try (var again = DevDirectory.take(project, DevOrTest.TEST)) {
      assertThat(again.name()).isEqualTo("postgres-test-1");
    }
  }

  @Test
  void twoCopiesOfTheProjectShareNoContainer() throws Exception {
    try (var one = DevDirectory.take(project, DevOrTest.DEV);
        var other = DevDirectory.take(copy, DevOrTest.DEV)) {
      assertThat(one.containerName()).isNotEqualTo(other.containerName());
    }
  }
}
