package accessreviews;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several writers of one instance or stage at the same time. */
@QuarkusTest
class ConcurrentUpdatesHttpTest extends UpdateHttpTest {
  private static final int WRITERS = 8;
  private static final int MOST_ATTEMPTS = 1000;

  /** How long one waits for the others, lest a failure become a standstill. */
  private static final int MINUTE = 60;

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void nobodysFallbackReviewerIsLostOnAnInstance(String method) throws Exception {
    var instance = anInstance().withFallback(ADA).in(rows);
    everyWriterAddsOne(method, instance.path());
    assertThat(fallbackReviewersOf(instance)).containsExactlyInAnyOrderElementsOf(everyone());
    request().get(instance.path()).then().header("ETag", "W/\"" + WRITERS + "\"");
  }

  @ParameterizedTest
  @ValueSource(strings = "PATCH")
  void nobodysFallbackReviewerIsLostOnAStage(String method) throws Exception {
    var stage = aStage().withFallback(ADA).in(rows);
    everyWriterAddsOne(method, stage.path());
    assertThat(fallbackReviewersOf(stage).stream().map(query -> query.replace("/v1.0", "")))
        .containsExactlyInAnyOrderElementsOf(
            everyone().stream().map(query -> query.replace("/v1.0", "")).toList());
    request().get(stage.path()).then().header("ETag", "W/\"" + WRITERS + "\"");
  }

  private static List<String> everyone() {
    return Stream.concat(
            Stream.of("/v1.0" + ADA), IntStream.range(0, WRITERS).mapToObj(i -> "/v1.0" + user(i)))
        .toList();
  }

  /** Each reads the list, adds its own and sends it, until it is told that nobody is missing. */
  private static void everyWriterAddsOne(String method, String path) throws Exception {
    var allHaveRead = new CyclicBarrier(WRITERS);
    atOnce(
        writer -> {
          var seen = fallbackReviewersAt(path);
          allHaveRead.await(MINUTE, SECONDS);
          for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var answer = add("/v1.0" + user(writer), seen, method, path);
            if (answer.statusCode() == 200) {
              return answer;
            }
            assertRefused(
                Refusal.conflict("fallbackReviewersRemoved", "fallbackReviewers", "send these too"),
                answer.then());
            seen = fallbackReviewersAt(path);
          }
          throw new AssertionError("not in " + MOST_ATTEMPTS + " attempts");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void oneOfThoseWhoSawTheSameVersionIsAccepted(String method) throws Exception {
    var instance = anInstance().in(rows);
    assertOneIsAccepted(method, instance.path());
    assertThat(reviewersOf(instance)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = "PATCH")
  void oneOfThoseWhoSawTheSameVersionOfAStageIsAccepted(String method) throws Exception {
    var stage = aStage().in(rows);
    assertOneIsAccepted(method, stage.path());
    assertThat(reviewersOf(stage)).hasSize(1);
  }

  private static void assertOneIsAccepted(String method, String path) throws Exception {
    var seen = request().get(path).header("ETag");
    var together = new CyclicBarrier(WRITERS);
    var answers =
        atOnce(
            writer -> {
              together.await(MINUTE, SECONDS);
              return json(update(reviewers(user(writer))))
                  .header("If-Match", seen)
                  .request(method, path);
            });
    var accepted = answers.stream().filter(answer -> answer.statusCode() == 200).toList();
    assertThat(accepted).hasSize(1);
    assertThat(accepted.getFirst().header("ETag")).isEqualTo("W/\"1\"");
    answers.stream()
        .filter(answer -> answer.statusCode() != 200)
        .forEach(answer -> assertRefused(Refusal.stale("W/\"1\""), answer.then()));
    assertThat(shown(request().get(path)).get("reviewers"))
        .isEqualTo(shown(accepted.getFirst()).get("reviewers"));
  }

  /** Those who update it go on until they hear that it is over. */
  @RepeatedTest(5)
  void anInstanceEndsOnceAndForAllAmongItsUpdates() throws Exception {
    var end = NOW.plus(Duration.ofHours(1));
    var instance = anInstance().withFallback(ADA).until(end).in(rows);
    var running = new CountDownLatch(5);
    var over = new AtomicBoolean();
    var accepted = new ConcurrentLinkedQueue<String>();
    atOnce(
        writer -> {
          if (writer == 0) {
            assertThat(running.await(MINUTE, SECONDS)).isTrue();
            clockAt(end);
            over.set(true);
            return request().get(instance.path());
          }
          for (var attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
            var seen = fallbackReviewersAt(instance.path());
            var late = over.get();
            var own = "/v1.0" + user(1000 * writer + attempt);
            var answer = add(own, seen, "PUT", instance.path());
            if (answer.statusCode() == 200) {
              assertThat(late).as("accepted after the end").isFalse();
              assertThat(shown(answer).get("status").asText()).isEqualTo("InProgress");
              accepted.add(own);
              running.countDown();
            } else if (answer.path("error.innerError.code").equals("instanceNotInProgress")) {
              return answer;
            } else {
              assertThat(answer.<String>path("error.innerError.code"))
                  .isEqualTo("fallbackReviewersRemoved");
            }
          }
          throw new AssertionError("the end does not come");
        });
    assertRefused(
        Refusal.conflict("instanceNotInProgress", "status", "is Completed"),
        () -> json(update()).put(instance.path()));
    assertThat(fallbackReviewersOf(instance))
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(Stream.of("/v1.0" + ADA), accepted.stream()).toList());
    assertThat(request().get(instance.path()).header("ETag"))
        .isEqualTo("W/\"%d\"".formatted(accepted.size() + 2)); // Completing, then Completed
  }

  private static Response add(String own, List<String> seen, String method, String path) {
    var all = Stream.concat(seen.stream(), Stream.of(own)).toArray(String[]::new);
    return json(update(fallbackReviewers(all))).request(method, path);
  }

  private static List<String> fallbackReviewersAt(String path) {
    return request().get(path).jsonPath().getList("fallbackReviewers.query", String.class);
  }

  private static String user(int number) {
    return "/users/00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** A writer, who is one of {@link #WRITERS}. */
  private interface Writer {
    Response write(int number) throws Exception;
  }

  private static List<Response> atOnce(Writer writer) throws Exception {
    try (var threads = Executors.newFixedThreadPool(WRITERS)) {
      var tasks =
          IntStream.range(0, WRITERS)
              .mapToObj(i -> (Callable<Response>) () -> writer.write(i))
              .toList();
      var answers = new ArrayList<Response>();
      for (var done : threads.invokeAll(tasks)) {
        answers.add(done.get());
      }
      return answers;
    }
  }
}
