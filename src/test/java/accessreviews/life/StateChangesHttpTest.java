package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Sixteen writers change a series, its instance, its stages and its answers all the time, while
 * somebody changes its state: no such call fails because of them. {@code -Dstates.rounds} says how
 * many series go that way.
 */
@QuarkusTest
class StateChangesHttpTest extends LifeHttpTest {
  private static final int ROUNDS = Integer.getInteger("states.rounds", 40);
  private static final int WRITERS = 16;

  /** Between two calls of a writer: with less, all wait for processors and not for each other. */
  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final String SETTINGS =
      once(
          3,
          "\"autoApplyDecisionsEnabled\":true",
          "\"defaultDecisionEnabled\":true",
          "\"defaultDecision\":\"Approve\"",
          "\"recommendationsEnabled\":true",
          "\"applyActions\":[{\"@odata.type\":\"#microsoft.graph.disableAndDeleteUserApplyAction\"}]");
  private static final List<Integer> SUCCESS = List.of(200, 204);

  /** What the state forbids, or what is deleted: never that somebody else was faster. */
  private static final List<Integer> REFUSED = List.of(400, 403, 404, 409);

  /** What the writers write to. */
  private record Target(
      String series, String instance, List<String> stages, List<String> items, boolean isDeleted) {
    String stage(int number) {
      return stages.get(number % stages.size());
    }

    String item(int number) {
      return items.get(number % items.size());
    }

    Target deleted() {
      return new Target(series, instance, stages, items, true);
    }
  }

  private final Map<String, Integer> unexpected = new ConcurrentHashMap<>();
  private volatile @Nullable Target target;
  private volatile boolean over;

  @Test
  void noChangeOfStateFailsBecauseOthersWrite() throws Exception {
    Organisation.users("ada", "bob", "cleo", "boss", "chief");
    Organisation.group("staff", "ada", "bob", "cleo");
    Organisation.manager("ada", "boss");
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      try {
        IntStream.range(0, WRITERS).forEach(number -> writers.execute(() -> write(number)));
        for (var round = 0; round < ROUNDS; round++) {
          liveThrough(round);
        }
      } finally {
        over = true;
        writers.shutdown();
        assertThat(writers.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
      }
    }
    assertThat(unexpected).isEmpty();
  }

  private void liveThrough(int round) {
    var series =
        start(
            reviewOf("staff")
                .inStages(stage(1, 1, "", user("boss")), stage(2, 1, "", user("chief")))
                .with("settings", SETTINGS));
    var instance = instancePath(series, latest(series));
    var items = ids(instance + "/decisions");
    var first = ids(instance + "/stages");
    target = new Target(path(series), instance, first, items, false);

    succeeds(post(instance, "resetDecisions"));
    succeeds(post(instance, "sendReminder"));
    succeeds(as(reviewer("boss")).post(instance + "/acceptRecommendations"));
    succeeds(json("{\"decision\":\"Approve\"}").post(instance + "/batchRecordDecisions"));
    succeeds(post(instance, "resetDecisions"));
    if (round % 2 == 0) {
      succeeds(post(instance + "/stages/" + first.getFirst(), "stop"));
      var both = ids(instance + "/stages");
      target = new Target(path(series), instance, both, items, false);
      succeeds(post(instance + "/stages/" + both.getLast(), "stop"));
    } else {
      succeeds(post(instance, "stop"));
    }
    applying(latest(series));
    succeeds(post(instance.replace("/v1.0/", "/beta/"), "stopApplyDecisions"));
    succeeds(json("{\"confirm\":true}").post(instance + "/applyDecisions"));
    succeeds(post(path(series), "stop"));
    target = target.deleted();
    succeeds(request().delete(path(series)));
    request().delete(path(series)).then().statusCode(404);
  }

  private static Response post(String path, String action) {
    return request().post(path + "/" + action);
  }

  private static void succeeds(Response answer) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(204);
  }

  private static List<String> ids(String collection) {
    return request().get(collection).then().statusCode(200).extract().path("value.id");
  }

  /** No call leads to a state that lasts as long as a statement does. */
  private void applying(String instance) {
    rows.execute(
        """
        update access_review_instance
        set status = 'Applying', next_transition_at = '2026-01-20Z' where id = ?::uuid""",
        instance);
  }

  private void write(int number) {
    for (var turn = number; !over; turn++) {
      var now = target;
      if (now != null) {
        var answer = now.isDeleted() ? changeState(turn, now) : update(turn, now);
        var status = answer.statusCode();
        var isFine =
            SUCCESS.contains(status)
                || (REFUSED.contains(status)
                    && !"concurrentUpdate".equals(answer.path("error.innerError.code")));
        if (!isFine) {
          unexpected.merge(status + " " + answer.asString(), 1, Integer::sum);
        }
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }

  private static Response update(int turn, Target now) {
    var stage = now.instance() + "/stages/" + now.stage(turn);
    return switch (turn % 8) {
      case 0 -> json("{\"displayName\":\"" + turn + "\"}").patch(now.series());
      case 1 -> json(reviewers("boss", "chief")).patch(now.instance());
      case 2 -> json(reviewers("boss", turn % 16 == 2 ? "ada" : "bob")).patch(stage);
      case 3 -> json(managers("boss", "chief")).patch(stage);
      case 4, 5 ->
          as(reviewer("boss"))
              .contentType("application/json")
              .body("{\"decision\":\"Approve\",\"justification\":\"known\"}")
              .patch(now.instance() + "/decisions/" + now.item(turn));
      case 6 -> json("{\"decision\":\"DontKnow\"}").post(now.instance() + "/batchRecordDecisions");
      default -> json(reviewers("chief")).patch(now.instance());
    };
  }

  /** Calls that change the state of what is being deleted. */
  private static Response changeState(int turn, Target now) {
    return switch (turn % 6) {
      case 0 -> post(now.series(), "stop");
      case 1 -> post(now.instance(), "stop");
      case 2 -> post(now.instance() + "/stages/" + now.stage(turn), "stop");
      case 3 -> post(now.instance(), "applyDecisions");
      case 4 -> post(now.instance().replace("/v1.0/", "/beta/"), "stopApplyDecisions");
      default -> post(now.instance(), "resetDecisions");
    };
  }

  private static String reviewers(String... names) {
    return "{\"reviewers\":[%s]}"
        .formatted(
            List.of(names).stream()
                .map(name -> scope("/v1.0" + user(name), ""))
                .collect(Collectors.joining(",")));
  }

  /** The manager of each, and those who stand in: items are routed anew. */
  private static String managers(String... fallback) {
    return "{\"reviewers\":[%s],\"fallbackReviewers\":[%s]}"
        .formatted(
            scope("./manager", ",\"queryRoot\":\"decisions\""),
            List.of(fallback).stream()
                .map(name -> scope("/v1.0" + user(name), ""))
                .collect(Collectors.joining(",")));
  }

  private static String scope(String query, String further) {
    return "{\"query\":\"%s\",\"queryType\":\"MicrosoftGraph\"%s}".formatted(query, further);
  }

  private static String reviewer(String name) {
    return "{\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\",\"name\":\"%s\"}"
        .formatted(Organisation.id(name), name);
  }
}
