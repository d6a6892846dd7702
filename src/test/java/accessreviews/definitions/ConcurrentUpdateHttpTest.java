package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.notFound;
import static accessreviews.testing.rows.Series.ANN;
import static accessreviews.testing.rows.Series.BOB;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.scopes;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Writers of one series at the same time: nobody's change is lost, and If-Match lets in one. */
@QuarkusTest
class ConcurrentUpdateHttpTest extends DefinitionHttpTest {
  private static final int ROUNDS = 5;
  private static final List<String> SWITCHES =
      List.of(
          "mailNotificationsEnabled",
          "reminderNotificationsEnabled",
          "justificationRequiredOnApproval",
          "defaultDecisionEnabled",
          "autoApplyDecisionsEnabled",
          "recommendationsEnabled",
          "decisionHistoriesForReviewersEnabled");

  @RepeatedTest(ROUNDS)
  void changesOfDifferentMembersAllGetThrough() {
    var id = created(aSeries());
    var version = version(id);
    var bodies = new ArrayList<String>();
    SWITCHES.forEach(name -> bodies.add("{\"settings\":{\"" + name + "\":true}}"));
    bodies.add("{\"displayName\":\"other\"}");
    bodies.add("{\"descriptionForAdmins\":\"admins\"}");
    bodies.add("{\"descriptionForReviewers\":\"reviewers\"}");
    bodies.add("{\"reviewers\":" + scopes(BOB) + "}");
    bodies.add("{\"fallbackReviewers\":" + scopes(ANN) + "}");

    var answers = atOnce(bodies.size(), i -> json(bodies.get(i)).patch(path(id)));

    answers.forEach(DefinitionHttpTest::changes);
    var shown = shown(id);
    for (var name : SWITCHES) {
      assertThat(shown.at("/settings/" + name).asBoolean(false)).as(name).isTrue();
    }
    assertThat(shown.get("displayName").asText()).isEqualTo("other");
    assertThat(shown.get("descriptionForAdmins").asText()).isEqualTo("admins");
    assertThat(shown.get("descriptionForReviewers").asText()).isEqualTo("reviewers");
    assertThat(shown.get("reviewers")).isEqualTo(tree(scopes("/v1.0" + BOB)));
    assertThat(shown.get("fallbackReviewers")).isEqualTo(tree(scopes("/v1.0" + ANN)));
    assertThat(version(id)).isEqualTo(version + bodies.size());
  }

  @RepeatedTest(ROUNDS)
  void wholeSeriesAtOnceAllGetThroughAndOneOfThemIsWhatIsStored() {
    var id = created(aSeries());

    var answers =
        atOnce(
            12,
            i ->
                json(aSeries()
                        .named("name " + i)
                        .with("descriptionForAdmins", "\"name " + i + "\"")
                        .json())
                    .put(path(id)));

    answers.forEach(DefinitionHttpTest::changes);
    var shown = shown(id);
    assertThat(shown.get("displayName").asText()).startsWith("name ");
    assertThat(shown.get("descriptionForAdmins")).isEqualTo(shown.get("displayName"));
  }

  @RepeatedTest(ROUNDS)
  void ofWritersThatHaveSeenTheSameVersionExactlyOneWins() {
    var id = created(aSeries());
    var seen = etag(id);

    var answers =
        atOnce(
            12,
            i ->
                json("{\"displayName\":\"name " + i + "\"}")
                    .header("If-Match", seen)
                    .patch(path(id)));

    var won = answers.stream().filter(answer -> answer.statusCode() == 204).toList();
    assertThat(won).hasSize(1);
    var winner = answers.indexOf(won.getFirst());
    assertThat(shown(id).get("displayName").asText()).isEqualTo("name " + winner);
    assertThat(won.getFirst().header("ETag")).isEqualTo(etag(id));
    for (var answer : answers) {
      if (!won.contains(answer)) {
        GraphRefusal.stale(etag(id)).isTheAnswer(answer.then());
      }
    }
  }

  @RepeatedTest(ROUNDS)
  void aSeriesIsDeletedOnceAndUpdatesOfItGetThroughOrFindNothing() {
    var id = created(aSeries());

    var answers =
        atOnce(
            10,
            i ->
                i < 3
                    ? request().delete(path(id))
                    : json("{\"displayName\":\"name " + i + "\"}").patch(path(id)));

    var deletions = answers.subList(0, 3);
    assertThat(deletions).extracting(Response::statusCode).containsOnlyOnce(204);
    for (var answer : answers) {
      if (answer.statusCode() != 204) {
        notFound(id).isTheAnswer(answer.then());
      }
    }
    assertThat(rows.everything()).isEmpty();
  }

  @Test
  void creationsAtOnceAreAllThere() {
    var answers = atOnce(12, i -> json(aSeries().named("name " + i).json()).post(DEFINITIONS));

    var ids = new ArrayList<String>();
    answers.forEach(answer -> ids.add(answer.then().statusCode(201).extract().path("id")));
    Collections.sort(ids);
    assertThat(rows.strings("select id::text from access_review_schedule_definition order by id"))
        .isEqualTo(ids);
    assertThat(rows.strings("select definition_id::text from access_review_instance order by 1"))
        .isEqualTo(ids);
  }

  private static long version(String id) {
    return Long.parseLong(etag(id).replaceAll("\\D", ""));
  }

  /** {@code count} calls, each on a thread of its own, let go together; answers in their order. */
  private static List<Response> atOnce(int count, IntFunction<Response> call) {
    var start = new CyclicBarrier(count);
    try (var threads = Executors.newFixedThreadPool(count)) {
      var calls =
          IntStream.range(0, count)
              .<Callable<Response>>mapToObj(
                  i ->
                      () -> {
                        start.await();
                        return call.apply(i);
                      })
              .toList();
      var answers = new ArrayList<Response>();
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
      return answers;
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
  }
}
