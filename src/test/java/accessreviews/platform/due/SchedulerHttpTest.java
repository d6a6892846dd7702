package accessreviews.platform.due;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Eventually;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** In real time what is due happens by itself. */
@QuarkusTest
class SchedulerHttpTest extends SeriesHttpTest {
  @BeforeEach
  void inRealTime() {
    request().delete("/emulator/state").then().statusCode(204);
  }

  @Test
  void aSeriesStartsAndEndsWithoutAnyCall() throws Exception {
    var inAYear = LocalDate.now(ZoneOffset.UTC).plusYears(1);
    var body = ASeries.ofOneGroup().recurring("once", inAYear + "..").inStages(1, 1).body();
    String series = json(body).post(DEFINITIONS).then().statusCode(201).extract().path("id");
    assertThat(instances(series)).isEmpty();

    soon("access_review_schedule_definition", "next_start_date_time");
    Eventually.becomes(List.of("InProgress"), () -> statuses("access_review_instance"));
    Eventually.becomes("InProgress", () -> statusOf(series));

    soon("access_review_stage", "end_date_time");
    Eventually.becomes(List.of("Completed", "InProgress"), () -> statuses("access_review_stage"));

    soon("access_review_instance", "next_transition_at");
    Eventually.becomes(List.of("Completed"), () -> statuses("access_review_instance"));
    Eventually.becomes("Completed", () -> statusOf(series));
  }

  /** Makes what would be due in a year due in a second. */
  private void soon(String table, String column) {
    rows.execute("update %s set %s = now() + interval '1 second'".formatted(table, column));
  }

  private List<String> statuses(String table) {
    return rows.strings("select status from " + table + " order by status");
  }
}
