package accessreviews.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.Eventually;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.servers.ErrorLog;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A series that fails holds up nobody; what can never happen ends in an error that is seen. */
@InProcessOnly("puts a fault into it")
@QuarkusTest
class GivenUpHttpTest extends SeriesHttpTest {
  private static final String DATA = "22008";
  private static final String DISK_FULL = "53100";
  private static final ASeries SOON = ASeries.ofOneGroup().recurring("weekly 1", "2026-01-06 x2");

  @AfterEach
  void whole() {
    rows.execute("drop trigger if exists broken on access_review_instance");
    rows.execute("drop function if exists broken()");
  }

  @Test
  void aStartThatCanNeverSucceedEndsInFailedWithAnError() throws Exception {
    var broken = create(SOON.named("broken"));
    var other = create(SOON);
    breaks("new.status = 'Starting'", DATA);

    try (var errors = new ErrorLog()) {
      clockAt(Instant.parse("2026-01-07T00:00:00Z"));

      assertThat(errors.messages())
          .filteredOn(line -> line.contains("SQLException") || line.contains("Exception:"))
          .as("the cause, once")
          .hasSizeLessThanOrEqualTo(2);
    }

    assertThat(instances(other))
        .containsExactly("2026-01-06T00:00:00Z..2026-01-07T00:00:00Z Completed");
    assertThat(statusOf(broken)).isEqualTo("Failed");
    request()
        .get(path(broken).replace("/v1.0/", "/beta/") + "/instances")
        .then()
        .statusCode(200)
        .body("value", hasSize(1))
        .body("value[0].status", is("Failed"))
        .body("value[0].errors", hasSize(1))
        .body("value[0].errors[0].code", is("couldNotGoOn"))
        .body("value[0].errors[0].message", startsWith("The review could not go on"));
    assertThat(metric("access_reviews_transitions_total", "given-up")).isGreaterThan(0);

    whole();
    clockAt(Instant.parse("2026-01-13T12:00:00Z"));
    assertThat(instances(broken)).last().asString().endsWith("InProgress");
    assertThat(statusOf(broken)).isEqualTo("InProgress");
  }

  @Test
  void anOccurrenceThatCannotStartHasAFailedInstance() {
    var broken = create(SOON.named("broken"));
    breaks("new.status = 'Initializing'", DATA);

    clockAt(Instant.parse("2026-01-06T12:00:00Z"));

    assertThat(instances(broken))
        .containsExactly("2026-01-06T00:00:00Z..2026-01-07T00:00:00Z Failed");
    assertThat(statusOf(broken)).isEqualTo("Failed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1, 1"})
  void anEndThatCannotHappenEndsInFailed(String stages) {
    var two = SOON.named("broken").lasting(2);
    var broken = create(stages.isEmpty() ? two : two.inStages(1, 1));
    clockAt(Instant.parse("2026-01-06T12:00:00Z"));
    assertThat(instances(broken)).hasSize(1).first().asString().endsWith("InProgress");
    breaks("new.status = 'Completing'", DATA);

    clockAt(Instant.parse("2026-01-08T12:00:00Z"));

    assertThat(statusOf(broken)).isEqualTo("Failed");
    assertThat(
            rows.strings(
                "select status from access_review_stage order by (status = 'Failed'), status"))
        .isEqualTo(stages.isEmpty() ? List.of() : List.of("Completed", "Failed"));
  }

  /** The emulator's clock goes on, too; and the failure is tried again. */
  @Test
  void aFailureThatMayPassHoldsUpNoOtherSeriesAndNoClock() throws Exception {
    var broken = create(SOON.named("broken"));
    var other = create(SOON);
    breaks("new.status = 'Starting'", DISK_FULL);

    clockAt(Instant.parse("2026-01-06T12:00:00Z"));

    assertThat(statusOf(other)).isEqualTo("InProgress");
    assertThat(statusOf(broken)).isEqualTo("Initializing");
    assertThat(metric("access_reviews_transitions_failing", "")).isGreaterThan(0);
    whole();
    Eventually.becomes("InProgress", () -> statusOf(broken));
  }

  /** Creation waits for the start of its series, but not again and again for one that fails. */
  @Test
  void whoCreatesASeriesThatFailsDoesNotWaitForIt() {
    breaks("new.status = 'Starting'", DISK_FULL);
    var before = metric("access_reviews_transitions_total", "failed");

    json(ASeries.ofOneGroup().named("broken").recurring("once", "2026-01-05..").body())
        .post(DEFINITIONS)
        .then()
        .statusCode(201);

    assertThat(metric("access_reviews_transitions_total", "failed") - before).isBetween(1.0, 5.0);
  }

  /** From now on, changes of instances of the series "broken" fail where {@code when} is true. */
  private void breaks(String when, String state) {
    rows.execute(
        """
        create or replace function broken() returns trigger language plpgsql as $$
        begin
          if %s and exists (select from access_review_schedule_definition d
            where d.id = new.definition_id and d.display_name = 'broken')
          then raise exception 'broken on purpose' using errcode = '%s'; end if;
          return new;
        end $$"""
            .formatted(when, state));
    rows.execute(
        "create trigger broken before insert or update on access_review_instance"
            + " for each row execute function broken()");
  }

  /** The sum of the metric's lines that have {@code outcome}. */
  private static double metric(String name, String outcome) {
    var metrics = request().get("/q/metrics").then().statusCode(200).extract().asString();
    return Pattern.compile("(?m)^" + name + "(\\{.*\"" + outcome + "\".*})? (.*)$")
        .matcher(metrics)
        .results()
        .mapToDouble(found -> Double.parseDouble(found.group(2)))
        .sum();
  }
}
