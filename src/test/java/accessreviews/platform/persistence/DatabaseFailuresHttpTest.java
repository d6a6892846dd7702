package accessreviews.platform.persistence;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.Database;
import accessreviews.testing.rows.OtherWriter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When the database fails, waits or is busy, a caller gets 503 and is told to come again. */
@InProcessOnly("takes connections and puts faults into the database")
@QuarkusTest
class DatabaseFailuresHttpTest extends HttpTest {
  private static final String SERIES_TABLE = "access_review_schedule_definition";
  private static final String NOBODY = "00000000-0000-4000-8000-00000000ffff";
  private static final String RENAMED = "{\"displayName\":\"x\"}";

  @Inject AgroalDataSource pool;

  @ConfigProperty(name = "quarkus.datasource.jdbc.max-size", defaultValue = "50")
  int poolSize;

  @ParameterizedTest
  @ValueSource(strings = {"53100", "53300", "57P01", "57P03", "08006", "25006", "58030"})
  void aWriteThatTheDatabaseCannotTakeNowIsToBeSentAgain(String state) {
    var series = DEFINITIONS + "/" + anInstance().in(rows).definition();
    failing(
        state,
        1_000_000,
        () -> {
          unavailable(
              changesNothing(() -> json(RENAMED).patch(series).then()).extract().response());
          unavailable(json(seriesOfOneGroup()).post(DEFINITIONS));
        });
    json(RENAMED).patch(series).then().statusCode(204);
  }

  @ParameterizedTest
  @CsvSource({"40001, 1", "40P01, 3"})
  void aDeadlockAndTheLikeIsRunAgain(String state, int times) {
    var series = DEFINITIONS + "/" + anInstance().in(rows).definition();
    failing(state, times, () -> json(RENAMED).patch(series).then().statusCode(204));
    failing(state, times, () -> json(seriesOfOneGroup()).post(DEFINITIONS).then().statusCode(201));
  }

  @Test
  void aDeadlockThatNeverEndsIsToBeSentAgain() {
    var series = DEFINITIONS + "/" + anInstance().in(rows).definition();
    failing("40P01", 1_000_000, () -> locked(json(RENAMED).patch(series)));
  }

  @Test
  void aFaultIsStillAFault() {
    var series = DEFINITIONS + "/" + anInstance().in(rows).definition();
    failing("XX000", 1_000_000, () -> json(RENAMED).patch(series).then().statusCode(500));
  }

  @Test
  void aReadWhoseConnectionIsLostIsToBeSentAgain() throws SQLException {
    unavailable(waitingFor(SERIES_TABLE, "pg_terminate_backend", () -> request().get(DEFINITIONS)));
    request().get(DEFINITIONS).then().statusCode(200);
  }

  @Test
  void aReadThatIsCutShortIsToBeSentAgain() throws SQLException {
    var answer = waitingFor(SERIES_TABLE, "pg_cancel_backend", () -> request().get(DEFINITIONS));
    refused("tookTooLong", "took too long", answer);
  }

  @Test
  void aCallerWhoseRolesAreInTheDatabaseIsToldToComeAgain() throws SQLException {
    var user = "{\"oid\":\"%s\",\"scp\":\"AccessReview.Read.All\"}".formatted(NOBODY);
    unavailable(
        waitingFor(
            "directory_role_assignment", "pg_terminate_backend", () -> as(user).get(DEFINITIONS)));
  }

  @Test
  void whatIsLockedForTooLongIsToBeAskedForAgain() throws Exception {
    try (var other = OtherWriter.begin(Database.connections())) {
      other.lock(SERIES_TABLE);
      var writing = CompletableFuture.supplyAsync(() -> json(seriesOfOneGroup()).post(DEFINITIONS));
      locked(request().get(DEFINITIONS));
      locked(writing.join());
    }
    try (var other = OtherWriter.begin(Database.connections())) {
      other.lock("directory_object");
      locked(json("{\"displayName\":\"x\",\"userPrincipalName\":\"x@y.z\"}").post("/v1.0/users"));
    }
    request().get(DEFINITIONS).then().statusCode(200);
  }

  /** Sixty callers who want to stop one series wait; all others are served meanwhile. */
  @ParameterizedTest
  @ValueSource(strings = {"stop", "patch"})
  void thoseWhoWaitForOneSeriesLeaveConnectionsToOthers(String call) throws Exception {
    var series = anInstance().in(rows).definition();
    var path = DEFINITIONS + "/" + series;
    try (var other = OtherWriter.begin(Database.connections());
        var callers = Executors.newFixedThreadPool(60)) {
      other.execute(
          "select 1 from access_review_schedule_definition where id = ?::uuid for update", series);
      var answers =
          IntStream.range(0, 60)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () ->
                              call.equals("stop")
                                  ? request().post(path + "/stop")
                                  : json(RENAMED).patch(path),
                          callers))
              .toList();
      other.awaitRival();
      request().get("/v1.0/users").then().statusCode(200);
      assertThat(other.rivals()).isLessThanOrEqualTo(call.equals("stop") ? 1 : poolSize / 2);
      answers.forEach(answer -> locked(answer.join()));
    }
    request().post(path + "/stop").then().statusCode(204);
  }

  @Test
  void aRequestThatGetsNoConnectionIsToBeSentAgain() throws SQLException {
    var taken = new ArrayList<Connection>();
    try {
      while (taken.size() < poolSize) {
        taken.add(pool.getConnection());
      }
      unavailable(request().get(DEFINITIONS));
      unavailable(json(seriesOfOneGroup()).post(DEFINITIONS));
    } finally {
      for (var connection : taken) {
        connection.close();
      }
    }
    request().get(DEFINITIONS).then().statusCode(200);
  }

  private static String seriesOfOneGroup() {
    return ASeries.ofOneGroup().recurring("once", "2027-01-11..").body();
  }

  /** Lets the first {@code times} writes of series during {@code work} fail with {@code state}. */
  private void failing(String state, int times, Runnable work) {
    rows.execute("create sequence failures");
    rows.execute(
        """
        create function fails() returns trigger language plpgsql as $$ begin
          if nextval('failures') <= %d then
            raise exception 'as a test wants it' using errcode = '%s';
          end if;
          return new;
        end $$"""
            .formatted(times, state));
    try {
      rows.execute(
          "create trigger fails before insert or update on %s for each row execute function fails()"
              .formatted(SERIES_TABLE));
      work.run();
    } finally {
      rows.execute("drop function fails cascade");
      rows.execute("drop sequence failures");
    }
  }

  /** The answer to {@code call}, which waits for {@code table} when {@code function} ends it. */
  private static Response waitingFor(String table, String function, Supplier<Response> call)
      throws SQLException {
    try (var other = OtherWriter.begin(Database.connections())) {
      other.lock(table);
      var answer = CompletableFuture.supplyAsync(call);
      while (!answer.isDone()) {
        other.endRivals(function);
      }
      return answer.join();
    }
  }

  private static void unavailable(Response answer) {
    refused("databaseUnavailable", "The database of the service does not answer", answer);
  }

  private static void locked(Response answer) {
    refused("lockedByOthers", "are changing the same data", answer);
  }

  private static void refused(String reason, String says, Response answer) {
    new GraphRefusal(503, "ServiceNotAvailable", reason, null, says).isTheAnswer(answer.then());
    assertThat(answer.header("Retry-After")).isEqualTo("5");
  }
}
