import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** What was packaged, started on the database of the environment, and asked over HTTP. */
final class Service implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Pattern ID = Pattern.compile("\"id\":\"([-0-9a-f]{36})\"");

  private final HttpClient client = HttpClient.newHttpClient();
  private final KeyPair key;
  private final int port;
  private final Process process;
  private final Instant started;

  private Service(KeyPair key, int port, Process process, Instant started) {
    this.key = key;
    this.port = port;
    this.process = process;
    this.started = started;
  }

  /** Starts {@code command} in {@code directory}. */
  static Service start(Path directory, List<String> command)
      throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var key = generator.generateKeyPair();
    var port = freePort();
    var builder = new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_PORT",
                Integer.toString(port),
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_OIDC_PUBLIC_KEY",
                base64(key.getPublic().getEncoded()),
                "QUARKUS_OIDC_TOKEN_ISSUER",
                "training"));
    var started = Instant.now();
    return new Service(key, port, builder.start(), started);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  long processId() {
    return process.pid();
  }

  /** How long it took from the start until {@code path} was answered with 200. */
  Duration untilAnswered(String path, String token) throws InterruptedException {
    while (process.isAlive() && Instant.now().isBefore(started.plus(PATIENCE))) {
      try {
        if (send("GET", path, token, null).statusCode() == 200) {
          return Duration.between(started, Instant.now());
        }
      } catch (IOException e) {
        // it does not listen yet
      }
      Thread.sleep(1);
    }
    throw new IllegalStateException("the service does not start");
  }

  /** Ends it by SIGTERM. */
  @Override
  public void close() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new IllegalStateException("the service does not end");
    }
  }

  static String firstId(String json) {
    var id = ID.matcher(json);
    if (!id.find()) {
      throw new IllegalStateException("no id in " + json);
    }
    return id.group(1);
  }

  void read(String path, String token) throws Exception {
    sent("GET", path, token, null, 200);
  }

  String sent(String method, String path, String token, String body, int status) throws Exception {
    var answer = send(method, path, token, body);
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  HttpResponse<String> send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path.replace("'", "%27")))
            .timeout(PATIENCE)
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (body != null) {
      request.header("Content-Type", "application/json");
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  String application() throws GeneralSecurityException {
    return token(
        "\"roles\":[\"AccessReview.ReadWrite.All\",\"Directory.ReadWrite.All\"],\"oid\":\"%s\""
            .formatted(UUID.randomUUID()));
  }

  String delegated(String user) throws GeneralSecurityException {
    return token("\"scp\":\"AccessReview.ReadWrite.All\",\"oid\":\"%s\"".formatted(user));
  }

  private String token(String claims) throws GeneralSecurityException {
    var now = Instant.now().getEpochSecond();
    var text =
        url("{\"alg\":\"RS256\",\"typ\":\"JWT\"}")
            + "."
            + url(
                "{\"iss\":\"training\",\"sub\":\"training\",\"iat\":%d,\"exp\":%d,%s}"
                    .formatted(now, now + PATIENCE.toSeconds() * 10, claims));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(text.getBytes(UTF_8));
    return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
  }

  private static String url(String json) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
