package accessreviews.evidence.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/**
 * An implementation that is not ours opens checkpoints and proves entries: Sigstore's, unmodified.
 * Node runs {@code src/test/js/evidence/suite.mjs}.
 */
@InProcessOnly("Node checks files, whoever has made them")
@StartsServices
@QuarkusTest
class SigstoreHttpTest extends LifeHttpTest {
  private static final Path SOURCES = Path.of("src", "test", "js", "evidence");
  private static final Path FOLDER = Path.of("target", "sigstore");

  @Test
  void itsSuiteIsGreen() throws Exception {
    Organisation.users("boss", "ada", "bob", "cleo");
    Organisation.group("staff", "ada", "bob", "cleo");
    var series = start(reviewOf("staff", user("boss")).with("settings", once(3)));
    decide(latest(series), "bob", "Approve");
    decide(latest(series), "ada", "Deny");
    unpack(
        request()
            .get(instancePath(series, latest(series)) + "/evidence")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray());
    var key = request().get("/evidence/key").then().statusCode(200).extract().asString().strip();

    for (var file : new String[] {".npmrc", "package.json", "package-lock.json", "suite.mjs"}) {
      Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    run(Map.of(), "npm", "ci", "--no-progress");
    run(Map.of("FOLDER", "package", "KEY", key), "node", "--test", "suite.mjs");
  }

  private static void unpack(byte[] zip) throws IOException {
    Files.createDirectories(FOLDER.resolve("package"));
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        Files.write(FOLDER.resolve("package").resolve(entry.getName()), in.readAllBytes());
      }
    }
  }

  private static void run(Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).directory(FOLDER.toFile()).redirectErrorStream(true);
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
  }
}
