package accessreviews.testing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What was built, started as an operator starts it. It shares the database of the tests. */
public final class PackagedService implements AutoCloseable {
  private static final Path TARGET = Path.of("target");

  /** Where the build puts the jar and what belongs to it. */
  public static final Path APPLICATION = TARGET.resolve("quarkus-app");

  public static final String ISSUER = "QUARKUS_OIDC_AUTH_SERVER_URL";
  public static final String DATABASE = "QUARKUS_DATASOURCE_JDBC_URL";
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern LISTENING =
      Pattern.compile("Listening on: https?://[^\\s:]+:(\\d+)");

  private final Process process;
  private final Path log;

  private PackagedService(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it with {@code environment} and no other settings; its log goes below {@code folder}.
   */
  public static PackagedService start(Path folder, Map<String, String> environment)
      throws IOException {
    var builder = new ProcessBuilder(command());
    builder.environment().keySet().removeIf(name -> name.startsWith("QUARKUS_"));
    builder.environment().put("QUARKUS_HTTP_PORT", "0");
    builder.environment().putAll(environment);
    var log = Files.createTempFile(folder, "service", ".log");
    return new PackagedService(
        builder.redirectErrorStream(true).redirectOutput(log.toFile()).start(), log);
  }

  /** The binary where that is what was built. */
  private static List<String> command() throws IOException {
    var built = new Properties();
    try (var file = Files.newBufferedReader(TARGET.resolve("quarkus-artifact.properties"))) {
      built.load(file);
    }
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return "native".equals(built.getProperty("type"))
        ? List.of(TARGET.resolve(built.getProperty("path")).toString())
        : List.of(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-jar",
            APPLICATION.resolve("quarkus-run.jar").toString());
  }

  /** The settings of a service that trusts {@code issuer} and works on the tests' database. */
  public static Map<String, String> environment(Issuer issuer) {
    var config = ConfigProvider.getConfig();
    return new HashMap<>(
        Map.of(
            ISSUER,
            issuer.url(),
            DATABASE,
            config.getValue("quarkus.datasource.jdbc.url", String.class),
            "QUARKUS_DATASOURCE_USERNAME",
            config.getValue("quarkus.datasource.username", String.class),
            "QUARKUS_DATASOURCE_PASSWORD",
            config.getOptionalValue("quarkus.datasource.password", String.class).orElse("none")));
  }

  /** The URL of a database that knows those who use it by {@code name}. */
  public static String named(String name, @Nullable String url) {
    return url + (String.valueOf(url).contains("?") ? "&" : "?") + "ApplicationName=" + name;
  }

  /** A request to it, with {@code token} in its Authorization header, once it listens. */
  public RequestSpecification request(String token) {
    return RestAssured.given().urlEncodingEnabled(false).port(port()).auth().oauth2(token);
  }

  /** The port that the log names, once the service listens. */
  public int port() {
    var end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end) && process.isAlive()) {
      var match = LISTENING.matcher(log());
      if (match.find()) {
        return Integer.parseInt(match.group(1));
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        break;
      }
    }
    throw new AssertionError("The service did not start:\n" + log());
  }

  /** What it said before it ended by itself, with exit code 1. */
  public String sentenceOfRefusal() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(1);
    return log().strip();
  }

  /** Everything that it has said. */
  public String log() {
    try {
      return Files.readString(log, UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Ends it by SIGKILL: it has no moment to put anything in order. */
  public void kill() {
    process.destroyForcibly();
    waitForEnd();
  }

  /** Ends it as an operator does, and waits for that. */
  @Override
  public void close() {
    process.destroy();
    waitForEnd();
  }

  private void waitForEnd() {
    assertThat(process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join())
        .isNotNull();
  }
}
