package accessreviews.decisions.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.decisions.answers.DecisionWrite.Call;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sends one request after the other, each to any of the services that listen, and
 * remembers what was answered. Belongs to one thread.
 */
final class Participant {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final int RETRIES = 10;

  private final String id;
  private final String token;
  private final List<String> services;
  private final HttpClient client;
  private final Random random;
  private final List<Attempt> attempts = new ArrayList<>();
  private final Map<String, String> etags = new HashMap<>();

  Participant(String id, String token, List<String> services, HttpClient client, Random random) {
    this.id = id;
    this.token = token;
    this.services = services;
    this.client = client;
    this.random = random;
  }

  String id() {
    return id;
  }

  Random random() {
    return random;
  }

  List<Attempt> attempts() {
    return attempts;
  }

  /** Answers one item, whatever its version is. */
  Attempt answer(String decisions, String item, String decision) throws Exception {
    return answer(decisions, item, decision, null);
  }

  /** Answers one item as it was at the last look, which may be long ago. */
  Attempt answerAsSeen(String decisions, String item, String decision) throws Exception {
    return answer(decisions, item, decision, etags.getOrDefault(item, "W/\"0\""));
  }

  /** Looks at one item. */
  void look(String decisions, String item) throws Exception {
    var answer = send("GET", decisions + "/" + item, "", null);
    if (answer.isPresent()) {
      assertThat(answer.get().statusCode()).isEqualTo(200);
      etags.put(item, answer.get().headers().firstValue("ETag").orElseThrow());
    }
  }

  private Attempt answer(String decisions, String item, String decision, @Nullable String etag)
      throws Exception {
    var why = nextReason();
    var begun = System.nanoTime();
    var answer = send("PATCH", decisions + "/" + item, body(decision, why, null), etag);
    answer
        .flatMap(one -> one.headers().firstValue("ETag"))
        .ifPresent(version -> etags.put(item, version));
    return attempted(Call.single, item, decision, why, etag, begun, answer);
  }

  /** Answers all items at once; with {@code principal} only the one, {@code item}, of theirs. */
  Attempt answerMany(
      String instance, @Nullable String item, @Nullable String principal, String decision)
      throws Exception {
    var why = nextReason();
    var begun = System.nanoTime();
    var answer =
        send("POST", instance + "/batchRecordDecisions", body(decision, why, principal), null);
    return attempted(Call.batch, item, decision, why, null, begun, answer);
  }

  Attempt acceptRecommendations(String instance) throws Exception {
    var begun = System.nanoTime();
    var answer = send("POST", instance + "/acceptRecommendations", "", null);
    return attempted(Call.recommendation, null, "", "", null, begun, answer);
  }

  Attempt reset(String instance) throws Exception {
    var begun = System.nanoTime();
    var answer = send("POST", instance + "/resetDecisions", "", null);
    return attempted(Call.reset, null, "", "", null, begun, answer);
  }

  /** Tells the instance, or a stage, what to do; the specific reason of a refusal, or a status. */
  String tell(String path, String body) throws Exception {
    var answer = send("POST", path, body, null);
    return answer.isEmpty() ? "unknown" : outcome(answer.get());
  }

  private static String outcome(HttpResponse<String> answer) throws IOException {
    return answer.statusCode() == 409 ? refusal(answer) : Integer.toString(answer.statusCode());
  }

  private String nextReason() {
    return id + " " + attempts.size();
  }

  private static String body(String decision, String why, @Nullable String principal) {
    return "{\"decision\":\"%s\",\"justification\":\"%s\"%s}"
        .formatted(
            decision, why, principal == null ? "" : ",\"principalId\":\"" + principal + "\"");
  }

  private Attempt attempted(
      Call call,
      @Nullable String item,
      String decision,
      String why,
      @Nullable String etag,
      long begun,
      Optional<HttpResponse<String>> answer)
      throws IOException {
    var status = answer.map(HttpResponse::statusCode).orElse(Attempt.UNKNOWN);
    var attempt =
        new Attempt(
            call,
            item,
            decision,
            why,
            etag == null ? null : version(etag),
            begun,
            System.nanoTime(),
            status,
            answer
                .flatMap(one -> one.headers().firstValue("ETag"))
                .map(Participant::version)
                .orElse(null),
            status == 409 ? refusal(answer.orElseThrow()) : "");
    assertThat(status)
        .as("%s: %s", attempt, answer.map(HttpResponse::body))
        .isIn(Attempt.UNKNOWN, 204, 409, etag == null ? 204 : 412);
    attempts.add(attempt);
    return attempt;
  }

  private static long version(String etag) {
    return Long.parseLong(etag.replaceAll("\\D", ""));
  }

  private static String refusal(HttpResponse<String> answer) throws IOException {
    JsonNode body = JSON.readTree(answer.body());
    return body.at("/error/innerError/code").asText();
  }

  /**
   * Nothing where the connection broke, or there was none. Nothing was done where the answer is 503
   * with {@code Retry-After}, such as behind the locks of a killed service: it is sent again, as
   * Graph's clients do.
   */
  private Optional<HttpResponse<String>> send(
      String method, String path, String body, @Nullable String etag)
      throws IOException, InterruptedException {
    var answer = sendOnce(method, path, body, etag);
    for (var again = 0;
        again < RETRIES && answer.filter(Participant::isToBeRetried).isPresent();
        again++) {
      Thread.sleep(PAUSE);
      answer = sendOnce(method, path, body, etag);
    }
    return answer;
  }

  private static boolean isToBeRetried(HttpResponse<String> answer) {
    return answer.statusCode() == 503 && answer.headers().firstValue("Retry-After").isPresent();
  }

  private Optional<HttpResponse<String>> sendOnce(
      String method, String path, String body, @Nullable String etag)
      throws IOException, InterruptedException {
    var service = services.get(random.nextInt(services.size()));
    var request =
        HttpRequest.newBuilder(URI.create(service + path))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(body, UTF_8));
    if (etag != null) {
      request.header("If-Match", etag);
    }
    try {
      return Optional.of(client.send(request.build(), BodyHandlers.ofString(UTF_8)));
    } catch (HttpTimeoutException e) {
      throw e;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * The log has what was acknowledged, once, in the order in which it was sent, and nothing that
   * was refused.
   *
   * @param logged what it has of this participant
   * @return the attempt behind each line
   */
  Map<DecisionLog.Line, Attempt> foundIn(List<DecisionLog.Statement> logged) {
    var found = new HashMap<DecisionLog.Line, Attempt>();
    var statements = new ArrayList<>(logged);
    for (var attempt : attempts) {
      if (!statements.isEmpty() && attempt.isLogged(statements.getFirst())) {
        statements.removeFirst().lines().forEach(line -> found.put(line, attempt));
      } else {
        assertThat(attempt.mustBeLogged()).as("lost or out of order: %s", attempt).isFalse();
      }
    }
    assertThat(statements).as("logged twice, or although refused, of %s", id).isEmpty();
    return found;
  }
}
