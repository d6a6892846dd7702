package accessreviews.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.Eventually;
import accessreviews.testing.Happened;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.Threads;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How tests of other software drive the clock (contract, "Time"). */
@Endpoint
@QuarkusTest
class ClockHttpTest extends SeriesHttpTest {

  @Test
  void theClockShowsRealTimeUntilItIsFrozen() {
    request().delete("/emulator/state").then().statusCode(204);

    var before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    var shown = request().get("/emulator/clock").then().statusCode(200).extract();
    var after = Instant.now();

    assertThat(shown.<Boolean>path("frozen")).isFalse();
    assertThat(Instant.parse(shown.path("now"))).isBetween(before, after);
  }

  @Test
  void puttingTheClockFreezesItThere() {
    var answer = json("{\"now\":\"2026-02-01T10:00:00Z\"}").put("/emulator/clock").then();

    assertThat(answer.statusCode(200).extract().asString())
        .isEqualTo("{\"now\":\"2026-02-01T10:00:00Z\",\"frozen\":true}");
    assertThat(request().get("/emulator/clock").asString())
        .isEqualTo("{\"now\":\"2026-02-01T10:00:00Z\",\"frozen\":true}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          2026-01-05T09:00:00Z,           2026-01-05T09:00:00Z
          2026-01-05T09:00:00.000001Z,    2026-01-05T09:00:00.000001Z
          2026-01-05T09:00:00.123456789Z, 2026-01-05T09:00:00.123456Z
          2026-01-05T12:00:00+02:00,      2026-01-05T10:00:00Z
          9999-12-31T23:59:59Z,           9999-12-31T23:59:59Z
          """)
  void theClockStandsAtTheMicrosecondThatWasPutAndMayBePutThereAgain(String put, String shown) {
    for (var time = 0; time < 2; time++) {
      json("{\"now\":\"" + put + "\"}")
          .put("/emulator/clock")
          .then()
          .statusCode(200)
          .body("now", is(shown))
          .body("frozen", is(true));
      assertThat(rows.strings("select frozen_at = ?::timestamptz from emulator_clock", shown))
          .containsExactly("t");
    }
  }

  @Test
  void aRunningClockMayBePutBack() {
    request().delete("/emulator/state").then().statusCode(204);

    clockAt(Instant.parse("0001-01-01T00:00:00Z"));

    assertThat(request().get("/emulator/clock").<String>path("now"))
        .isEqualTo("0001-01-01T00:00:00Z");
  }

  @ParameterizedTest(name = "by {0}")
  @CsvSource(
      textBlock =
          """
          P7D,            2026-02-07T09:00:00Z
          P1M,            2026-02-28T09:00:00Z
          P1W,            2026-02-07T09:00:00Z
          P1Y,            2027-01-31T09:00:00Z
          P1Y2M3DT4H5M6S, 2027-04-03T13:05:06Z
          PT36H,          2026-02-01T21:00:00Z
          PT0.000001S,    2026-01-31T09:00:00.000001Z
          P1DT-1H,        2026-02-01T08:00:00Z
          PT0S,           2026-01-31T09:00:00Z
          """)
  void advancingMovesTheClockOnByThatMuch(String by, String now) {
    clockAt(Instant.parse("2026-01-31T09:00:00Z"));

    json("{\"by\":\"" + by + "\"}")
        .post("/emulator/clock/advance")
        .then()
        .statusCode(200)
        .body("now", is(now))
        .body("frozen", is(true));
  }

  @Test
  void advancingARunningClockFreezesItAfterTheMove() {
    request().delete("/emulator/state").then().statusCode(204);

    var before = Instant.now().truncatedTo(ChronoUnit.MICROS);
    advance("P7D");
    var after = Instant.now();

    var shown = request().get("/emulator/clock");
    assertThat(shown.<Boolean>path("frozen")).isTrue();
    assertThat(Instant.parse(shown.path("now")).minus(7, ChronoUnit.DAYS)).isBetween(before, after);
  }

  @DisabledOnIntegrationTest("looks into the process")
  @Test
  void eachTransitionHappensAtItsOwnInstantInTheOrderOfTime() {
    var weekly = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-06..").lasting(7));
    var once = create(ASeries.ofOneGroup().recurring("once", "2026-01-08..").lasting(3));

    advance("P10D");

    assertThat(Happened.inTheService().events(weekly, once))
        .containsExactly(
            "2026-01-06T00:00:00Z started " + weekly,
            "2026-01-08T00:00:00Z started " + once,
            "2026-01-11T00:00:00Z ended " + once,
            "2026-01-13T00:00:00Z ended " + weekly,
            "2026-01-13T00:00:00Z started " + weekly);
  }

  @Test
  void theAnswerComesAfterEverythingHasHappened() {
    for (var i = 0; i < 10; i++) {
      create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-06..").inStages(1, 1, 1));
    }

    clockAt(Instant.parse("2026-01-20T00:00:00Z"));

    assertThat(rows.strings("select count(*) from access_review_instance")).containsExactly("30");
    assertThat(rows.strings("select count(*) from access_review_stage where status = 'Completed'"))
        .containsExactly("60");
  }

  @Test
  void movesAtTheSameTimeAddUp() throws Exception {
    var series = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-05..").lasting(7));

    var answers =
        Threads.atOnce(
            8, () -> json("{\"by\":\"P7D\"}").post("/emulator/clock/advance").<String>path("now"));

    assertThat(answers)
        .containsExactlyInAnyOrder(
            "2026-01-12T09:00:00Z",
            "2026-01-19T09:00:00Z",
            "2026-01-26T09:00:00Z",
            "2026-02-02T09:00:00Z",
            "2026-02-09T09:00:00Z",
            "2026-02-16T09:00:00Z",
            "2026-02-23T09:00:00Z",
            "2026-03-02T09:00:00Z");
    assertThat(instances(series)).hasSize(9).doesNotHaveDuplicates();
  }

  @Test
  void emptyingTheServiceLeavesNothingAndRealTime() {
    create(ASeries.ofOneGroup().inStages(1, 1));

    var answer = request().delete("/emulator/state").then().statusCode(204);

    assertThat(answer.extract().asString()).isEmpty();
    assertThat(rows.everything()).isEmpty();
    assertThat(request().get(DEFINITIONS).<Integer>path("'@odata.count'")).isZero();
    assertThat(request().get("/emulator/clock").<Boolean>path("frozen")).isFalse();
    assertThat(rows.strings("select frozen_at from emulator_clock where frozen_at is not null"))
        .isEmpty();
  }

  /** The row is what a restarted service, or another replica, goes by. */
  @Test
  void whereTheClockStandsIsStoredAndFollowed() throws Exception {
    clockAt(Instant.parse("2026-02-01T10:00:00Z"));
    assertThat(
            rows.strings(
                "select to_char(frozen_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI') from emulator_clock"))
        .containsExactly("2026-02-01 10:00");

    clockMovesElsewhereTo(Instant.parse("2026-03-01T10:00:00Z"));

    rows.execute("update emulator_clock set frozen_at = null");
    Eventually.becomes(false, () -> request().get("/emulator/clock").path("frozen"));
  }

  @Test
  void theClockIsThereInPlainJson() {
    var headers = request().get("/emulator/clock").then().statusCode(200).extract();

    assertThat(headers.contentType()).startsWith("application/json");
    assertThat(headers.header("OData-Version")).isNull();
  }
}
