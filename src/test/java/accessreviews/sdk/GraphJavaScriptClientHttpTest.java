package accessreviews.sdk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Microsoft's JavaScript client, unmodified, works against the service over TLS: it sends tokens
 * over https only. Node runs {@code src/test/js/suite.mjs}.
 */
@InProcessOnly("is told to the client where the service of the tests is")
@StartsServices
@QuarkusTest
class GraphJavaScriptClientHttpTest extends HttpTest {
  private static final Path SOURCES = Path.of("src", "test", "js");
  private static final Path FOLDER = Path.of("target", "graph-client");

  @TestHTTPResource(value = "/", tls = true)
  URL root;

  @Test
  void itsSuiteIsGreen() throws Exception {
    Files.createDirectories(FOLDER);
    for (var file : new String[] {".npmrc", "package.json", "package-lock.json", "suite.mjs"}) {
      Files.copy(SOURCES.resolve(file), FOLDER.resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    run(Map.of(), "npm", "ci", "--no-progress");

    run(
        Map.of(
            "BASE_URL", root.toString(),
            "TOKEN", Tokens.of(Tokens.EVERYTHING),
            "REVIEWER_TOKEN",
                Tokens.of(
                    "{\"oid\":\"" + GraphSdk.ANN + "\",\"scp\":\"AccessReview.ReadWrite.All\"}"),
            "NODE_EXTRA_CA_CERTS", Path.of(".dev", "localhost.pem").toAbsolutePath().toString()),
        "node",
        "--test",
        "suite.mjs");
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
