package accessreviews;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.scopes;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.Database;
import accessreviews.testing.rows.OtherWriter;
import accessreviews.testing.rows.Statements;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Another writer changes a row after an update has read it and before it writes: the update is
 * decided anew, on the row as it is then.
 */
@QuarkusTest
class OvertakenUpdatesHttpTest extends UpdateHttpTest {
  private static final String ENDED =
      "update access_review_instance set version = version + 1, status = 'Completed'"
          + " where id = ?::uuid";
  private static final String STAGE_ENDED = ENDED.replace("instance", "stage");
  private static final String CLEO_ADDED =
      "update access_review_instance set version = version + 1, fallback_reviewers = '%s'"
              .formatted(scopes(ADA, CLEO))
          + " where id = ?::uuid";
  private static final String STAGE_CLEO_ADDED = CLEO_ADDED.replace("instance", "stage");
  private static final String DELETED = "delete from access_review_instance where id = ?::uuid";

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void anInstanceThatEndsMeanwhileIsNotUpdated(String method) throws SQLException {
    var instance = anInstance().withFallback(ADA).in(rows);
    var answer =
        overtaken(
            ENDED,
            instance.id(),
            () -> json(update(reviewers(BOB))).request(method, instance.path()));
    assertRefused(
        Refusal.conflict("instanceNotInProgress", "status", "is Completed"), answer.then());
    assertThat(reviewersOf(instance)).isEmpty();
  }

  @Test
  void aStageThatEndsMeanwhileIsNotUpdated() throws SQLException {
    var stage = aStage().in(rows);
    var answer =
        overtaken(STAGE_ENDED, stage.id(), () -> json(object(reviewers(BOB))).patch(stage.path()));
    assertRefused(Refusal.conflict("stageNotUpdatable", "status", "is Completed"), answer.then());
    assertThat(reviewersOf(stage)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void aFallbackReviewerAddedMeanwhileIsNotRemoved(String method) throws SQLException {
    var instance = anInstance().withFallback(ADA).in(rows);
    var answer =
        overtaken(
            CLEO_ADDED,
            instance.id(),
            () -> json(update(fallbackReviewers(ADA, BOB))).request(method, instance.path()));
    assertRefused(
        Refusal.conflict(
            "fallbackReviewersRemoved", "fallbackReviewers", "send these too: " + CLEO),
        answer.then());
    assertThat(fallbackReviewersOf(instance)).containsExactly(ADA, CLEO);
  }

  @Test
  void aFallbackReviewerAddedToAStageMeanwhileIsNotRemoved() throws SQLException {
    var stage = aStage().withFallback(ADA).in(rows);
    var answer =
        overtaken(
            STAGE_CLEO_ADDED,
            stage.id(),
            () -> json(object(fallbackReviewers(ADA, BOB))).patch(stage.path()));
    assertRefused(
        Refusal.conflict(
            "fallbackReviewersRemoved", "fallbackReviewers", "send these too: " + CLEO),
        answer.then());
    assertThat(fallbackReviewersOf(stage)).containsExactly(ADA, CLEO);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void anUpdateOfAnotherMemberIsAddedToWhatTheOtherWriterStored(String method) throws SQLException {
    var instance = anInstance().withFallback(ADA).in(rows);
    var answer =
        overtaken(
            CLEO_ADDED,
            instance.id(),
            () -> json(update(reviewers(BOB))).request(method, instance.path()));
    answer.then().statusCode(200).header("ETag", "W/\"2\"");
    assertThat(shown(answer).get("fallbackReviewers")).hasSize(2);
    assertThat(fallbackReviewersOf(instance)).containsExactly(ADA, CLEO);
    assertThat(reviewersOf(instance)).containsExactly(BOB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void anUpdateOfTheVersionBeforeIsRefused(String method) throws SQLException {
    var instance = anInstance().withFallback(ADA).in(rows);
    var answer =
        overtaken(
            CLEO_ADDED,
            instance.id(),
            () ->
                json(update(reviewers(BOB)))
                    .header("If-Match", "W/\"0\"")
                    .request(method, instance.path()));
    assertRefused(Refusal.stale("W/\"1\""), answer.then());
    assertThat(reviewersOf(instance)).isEmpty();
  }

  @Test
  void anInstanceThatIsDeletedMeanwhileIsNotFound() throws SQLException {
    var instance = anInstance().in(rows);
    var answer =
        overtaken(DELETED, instance.id(), () -> json(update(reviewers(BOB))).put(instance.path()));
    assertRefused(Refusal.notFound(instance.id()), answer.then());
  }

  /** A trigger plays a writer who is always faster: the row is never as it was read. */
  @DisabledOnIntegrationTest("looks into the process")
  @Test
  void anUpdateThatIsOvertakenEveryTimeIsGivenUpAfterThreeMore() {
    var stage = aStage().in(rows);
    rows.execute(
        "create function faster() returns trigger language plpgsql as 'begin return null; end'");
    try {
      for (var table : List.of("schedule_definition", "instance", "stage")) {
        rows.execute(
            "create trigger faster before update on access_review_%s for each row execute function faster()"
                .formatted(table));
      }
      var series = DEFINITIONS + "/" + stage.instance().definition();
      assertGivenUp(() -> json(update(reviewers(BOB))).put(stage.instance().path()));
      assertGivenUp(() -> json(update(reviewers(BOB))).patch(stage.instance().path()));
      assertGivenUp(() -> json(object(reviewers(BOB))).patch(stage.path()));
      assertGivenUp(() -> json("{\"displayName\":\"x\",\"settings\":{}}").put(series));
      assertGivenUp(() -> json("{\"displayName\":\"x\"}").patch(series));
    } finally {
      rows.execute("drop function faster cascade");
    }
  }

  private void assertGivenUp(Supplier<Response> call) {
    var answer = changesNothing(() -> call.get().then());
    assertRefused(Refusal.conflict("concurrentUpdate", null, "Read it and try again."), answer);
    assertThat(Statements.ofTheService().of(answer.extract().header("request-id")))
        .extracting(sql -> sql.substring(0, sql.indexOf(' ')))
        .containsExactly(
            "select", "update", "select", "update", "select", "update", "select", "update");
  }

  /** The answer to {@code call}, which reads before, and writes after {@code change} is stored. */
  private Response overtaken(String change, String id, Supplier<Response> call)
      throws SQLException {
    try (var other = OtherWriter.begin(Database.connections())) {
      other.execute(change, id);
      var answer = CompletableFuture.supplyAsync(call);
      other.awaitRival();
      other.commit();
      return answer.join();
    }
  }
}
