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
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/**
 * Runs the packaged service on an empty database with real requests, and has the JVM keep what it
 * loaded and compiled as an AOT cache (JEP 483, JEP 514). It needs nothing but a JDK.
 *
 * <pre>java Training.java APP_DIRECTORY CACHE_FILE</pre>
 *
 * with the database in {@code QUARKUS_DATASOURCE_JDBC_URL}, {@code …_USERNAME} and {@code
 * …_PASSWORD}.
 */
final class Training {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final int ROUNDS = 30;
  private static final String GROUP = "/v1.0/groups";
  private static final String USERS = "/v1.0/users";
  private static final String REVIEWS = "/v1.0/identityGovernance/accessReviews/definitions";

  private final HttpClient client = HttpClient.newHttpClient();
  private final KeyPair key;
  private final int port;

  private Training(KeyPair key, int port) {
    this.key = key;
    this.port = port;
  }

  public static void main(String... args) throws Exception {
    if (args.length != 2) {
      System.err.println("Usage: java Training.java APP_DIRECTORY CACHE_FILE");
      System.exit(2);
    }
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    new Training(generator.generateKeyPair(), freePort())
        .run(Path.of(args[0]), Path.of(args[1]).toAbsolutePath());
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private void run(Path application, Path cache) throws Exception {
    var service = start(application, cache);
    try {
      awaitReady(service);
      var reviewer = UUID.randomUUID().toString();
      var organisation = organisation(reviewer);
      for (var round = 0; round < ROUNDS; round++) {
        review(organisation, reviewer);
      }
    } finally {
      service.destroy(); // SIGTERM: the JVM writes the cache at its end
      if (!service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        service.destroyForcibly();
        throw new IllegalStateException("the service does not end");
      }
    }
    if (!cache.toFile().isFile()) {
      throw new IllegalStateException("the JVM wrote no " + cache);
    }
    System.out.printf("%s: %,d bytes%n", cache, cache.toFile().length());
  }

  private Process start(Path application, Path cache) throws IOException {
    var command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:AOTCacheOutput=" + cache,
            "-Xlog:aot*=error", // hundreds of classes that no cache can have
            "-jar",
            "quarkus-run.jar");
    var builder = new ProcessBuilder(command).directory(application.toFile()).inheritIO();
    builder
        .environment()
        .putAll(
            Map.of(
                "QUARKUS_HTTP_PORT", Integer.toString(port),
                "QUARKUS_HTTP_HOST", "127.0.0.1",
                "QUARKUS_OIDC_PUBLIC_KEY", base64(key.getPublic().getEncoded()),
                "QUARKUS_OIDC_TOKEN_ISSUER", "training"));
    return builder.start();
  }

  private void awaitReady(Process service) throws Exception {
    var until = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        if (send("GET", "/q/health/ready", null, null).statusCode() == 200) {
          return;
        }
      } catch (IOException e) {
        if (!service.isAlive() || Instant.now().isAfter(until)) {
          throw new IllegalStateException("the service does not start", e);
        }
      }
      Thread.sleep(100);
    }
  }

  /** A group with some members; answers its id. */
  private String organisation(String reviewer) throws Exception {
    var token = application();
    var group = UUID.randomUUID().toString();
    sent("POST", GROUP, token, "{\"id\":\"%s\",\"displayName\":\"Trainees\"}".formatted(group), 201);
    var members = new ArrayList<>(List.of(reviewer));
    for (var i = 0; i < 10; i++) {
      members.add(UUID.randomUUID().toString());
    }
    for (var id : members) {
      sent(
          "POST",
          USERS,
          token,
          "{\"id\":\"%1$s\",\"displayName\":\"Trainee\",\"userPrincipalName\":\"%1$s@example.com\"}"
              .formatted(id),
          201);
      sent(
          "POST",
          GROUP + "/" + group + "/members/$ref",
          token,
          "{\"@odata.id\":\"https://example.com/v1.0/directoryObjects/%s\"}".formatted(id),
          204);
    }
    return group;
  }

  /** One review from its creation to its end, with what clients ask on the way. */
  private void review(String group, String reviewer) throws Exception {
    var administrator = application();
    var user = delegated(reviewer);
    var definition = created(administrator, group, reviewer);
    var series = REVIEWS + "/" + definition;
    var instances = series + "/instances";
    read(REVIEWS + "?$top=5&$filter=displayName%20eq%20'Training'&$expand=instances", administrator);
    read(series, administrator);
    var instance = instances + "/" + awaitInstance(instances, administrator);
    read(instance, administrator);
    read(instance + "/stages", administrator);
    read(instance + "/contactedReviewers", administrator);
    read(instance + "/decisions?$orderby=decision&$count=true", administrator);
    sent("PUT", instance, administrator, instanceUpdate(reviewer), 200);
    sent(
        "PATCH", series, administrator, "{\"displayName\":\"Training again\"}", 204);
    var own = send("GET", instance + "/decisions/filterByCurrentUser(on='reviewer')", user, null);
    sent(
        "PATCH",
        instance + "/decisions/" + firstId(own.body()),
        user,
        "{\"decision\":\"Approve\",\"justification\":\"trains\"}",
        204);
    sent("POST", instance + "/batchRecordDecisions", user, "{\"decision\":\"DontKnow\"}", 204);
    sent(
        "POST",
        "/v1.0/$batch",
        administrator,
        """
        {"requests":[{"id":"1","method":"GET","url":"%s"},{"id":"2","method":"GET","url":"%s"}]}"""
            .formatted(below(series), below(instances)),
        200);
    send("GET", series, null, null); // 401
    send("GET", REVIEWS + "/" + UUID.randomUUID(), administrator, null); // 404
    sent("POST", instance + "/stop", administrator, "", 204);
    sent("POST", instance + "/applyDecisions", administrator, "", 204);
    sent("DELETE", series, administrator, null, 204);
  }

  private String created(String token, String group, String reviewer) throws Exception {
    var body =
        """
        {"displayName":"Training","descriptionForAdmins":"of the JVM",
         "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
          "query":"/groups/%s/transitiveMembers","queryType":"MicrosoftGraph"},
         "reviewers":[{"query":"/users/%s","queryType":"MicrosoftGraph"}],
         "settings":{"mailNotificationsEnabled":false,"instanceDurationInDays":3,
          "recommendationsEnabled":true,
          "recurrence":{"pattern":{"type":"weekly","interval":1},
           "range":{"type":"noEnd","startDate":"%s"}}}}"""
            .formatted(group, reviewer, LocalDate.now(ZoneOffset.UTC));
    return firstId(sent("POST", REVIEWS, token, body, 201));
  }

  private static String instanceUpdate(String reviewer) {
    return """
    {"scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope","query":"/groups/x",
      "queryType":"MicrosoftGraph"},
     "reviewers":[{"query":"/users/%1$s","queryType":"MicrosoftGraph"}],
     "fallbackReviewers":[{"query":"/users/%1$s","queryType":"MicrosoftGraph"}]}"""
        .formatted(reviewer);
  }

  private String awaitInstance(String instances, String token) throws Exception {
    var until = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(until)) {
      var found =
          send("GET", instances + "?$filter=status%20eq%20'InProgress'", token, null).body();
      if (found.contains("\"id\"")) {
        return firstId(found);
      }
      Thread.sleep(50);
    }
    throw new IllegalStateException("no instance starts");
  }

  private static String firstId(String json) {
    var id = Pattern.compile("\"id\":\"([-0-9a-f]{36})\"").matcher(json);
    if (!id.find()) {
      throw new IllegalStateException("no id in " + json);
    }
    return id.group(1);
  }

  private static String below(String path) {
    return path.substring("/v1.0".length());
  }

  private void read(String path, String token) throws Exception {
    sent("GET", path, token, null, 200);
  }

  private String sent(String method, String path, String token, String body, int status)
      throws Exception {
    var answer = send(method, path, token, body);
    if (answer.statusCode() != status) {
      throw new IllegalStateException(
          "%s %s: %d %s".formatted(method, path, answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  private HttpResponse<String> send(String method, String path, String token, String body)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + port + path.replace("'", "%27")))
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

  private String application() throws GeneralSecurityException {
    return token(
        "\"roles\":[\"AccessReview.ReadWrite.All\",\"Directory.ReadWrite.All\"],\"oid\":\"%s\""
            .formatted(UUID.randomUUID()));
  }

  private String delegated(String user) throws GeneralSecurityException {
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
