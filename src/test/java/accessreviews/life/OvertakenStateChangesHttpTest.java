package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Database;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.OtherWriter;
import accessreviews.testing.rows.Statements;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Another writer commits after a change of state was asked for, and before it has its locks. */
@InProcessOnly("looks at the statements that it sends")
@QuarkusTest
class OvertakenStateChangesHttpTest extends LifeHttpTest {
  private static final String LOCKED = "for no key update";
  private String series = "";
  private String instance = "";

  @BeforeEach
  void aRunningInstance() {
    Organisation.users("ada", "boss", "chief");
    Organisation.group("staff", "ada");
    series =
        start(
            reviewOf("staff")
                .inStages(stage(1, 2, "", user("boss")), stage(2, 2, "", user("chief")))
                .with("settings", settings(0, "weekly 1", "2026-01-05..")));
    instance = latest(series);
  }

  @ParameterizedTest
  @ValueSource(strings = {"instance", "stage"})
  void aStopReadsWhatTheOtherHasWrittenAndRunsOnce(String what) throws SQLException {
    var isStage = what.equals("stage");
    var path = isStage ? stagePath(series, instance, 0) : instancePath(series, instance);
    var id = isStage ? stageIds(series, instance).getFirst() : instance;

    var answer =
        overtaken(
            "update access_review_%s set version = version + 1 where id = ?::uuid".formatted(what),
            id,
            () -> request().post(path + "/stop"));

    answer.then().statusCode(204);
    assertThat(Statements.ofTheService().of(answer.header("request-id")))
        .filteredOn(sql -> sql.contains(LOCKED) && sql.contains("access_review_" + what + " "))
        .filteredOn(sql -> sql.contains(".version")) // the row itself, and not its id alone
        .as("locked and read in one run")
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST {series}/stop",
        "POST {instance}/stop",
        "POST {stage}/stop",
        "POST {instance}/applyDecisions",
        "POST {instance}/stopApplyDecisions",
        "POST {instance}/sendReminder",
        "POST {instance}/resetDecisions",
        "DELETE {series}"
      })
  void whatIsDeletedMeanwhileIsNotFound(String call) throws SQLException {
    var parts =
        call.replace("{series}", path(series))
            .replace("{instance}", instancePath(series, instance))
            .replace("{stage}", stagePath(series, instance, 0))
            .split(" ", -1);
    var path = call.contains("stopApply") ? parts[1].replace("/v1.0/", "/beta/") : parts[1];

    var answer =
        overtaken(
            "delete from access_review_schedule_definition where id = ?::uuid",
            series,
            () -> request().request(parts[0], path));

    answer.then().statusCode(404);
  }

  /** The answer to {@code call}, which waits for the one who executes {@code change}. */
  private static Response overtaken(String change, String id, Supplier<Response> call)
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
