package accessreviews.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.testing.Eventually;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.Threads;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.servers.ErrorLog;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** Many replicas may find the same rows due at the same moment: each thing happens once. */
@InProcessOnly("calls the transitions itself")
@QuarkusTest
class ExactlyOnceHttpTest extends SeriesHttpTest {
  private static final int REPLICAS = 16;
  private static final ASeries TWO_RESOURCES =
      ASeries.ofResources("/groups/" + ASeries.GROUP, "/groups/" + ASeries.OTHER_GROUP)
          .recurring("weekly 1", "2026-01-12..")
          .inStages(2, 2, 3);

  @Inject DueTransitions transitions;

  @Test
  void eachOccurrenceStartsOnceOnEachResource() throws Exception {
    var series = series(20);
    try (var errors = new ErrorLog()) {
      rows.execute(
          "update access_review_schedule_definition set next_start_date_time = '2026-01-05Z'");
      allAtOnce();

      assertThat(errors.messages()).isEmpty();
    }
    for (var one : series) {
      assertThat(instances(one))
          .containsExactly(
              "2026-01-05T00:00:00Z..2026-01-12T00:00:00Z InProgress",
              "2026-01-05T00:00:00Z..2026-01-12T00:00:00Z InProgress");
      assertThat(stages(one, 0))
          .containsExactly("2026-01-05T00:00:00Z..2026-01-07T00:00:00Z InProgress");
    }
  }

  /** After weeks without the service, ends and starts of one series are due all at once. */
  @Test
  void whatWasMissedForWeeksHappensOnce() throws Exception {
    var series = series(10);
    try (var errors = new ErrorLog()) {
      missedSince("2025-12-22");
      allAtOnce();

      assertThat(errors.messages()).isEmpty();
    }
    for (var one : series) {
      assertThat(instances(one))
          .containsExactly(
              "2025-12-22T00:00:00Z..2025-12-29T00:00:00Z Completed",
              "2025-12-22T00:00:00Z..2025-12-29T00:00:00Z Completed",
              "2025-12-29T00:00:00Z..2026-01-05T00:00:00Z Completed",
              "2025-12-29T00:00:00Z..2026-01-05T00:00:00Z Completed",
              "2026-01-05T00:00:00Z..2026-01-12T00:00:00Z InProgress",
              "2026-01-05T00:00:00Z..2026-01-12T00:00:00Z InProgress");
      for (var instance = 0; instance < 6; instance++) {
        assertThat(stages(one, instance))
            .as("stages of instance %s of %s", instance, one)
            .extracting(stage -> stage.substring(stage.indexOf(' ') + 1))
            .isEqualTo(
                instance < 4
                    ? List.of("Completed", "Completed", "Completed")
                    : List.of("InProgress"));
      }
      assertThat(statusOf(one)).isEqualTo("InProgress");
    }
  }

  @Test
  void seriesAreDeletedWhileTheirTransitionsHappen() throws Exception {
    var series = new ConcurrentLinkedQueue<>(series(40));
    try (var errors = new ErrorLog()) {
      missedSince("2025-12-22");
      Threads.atOnce(
          REPLICAS,
          () -> {
            for (var one = series.poll(); one != null; one = series.poll()) {
              request().delete(path(one)).then().statusCode(204);
              transitions.runDue();
            }
            return true;
          });

      assertThat(errors.messages()).isEmpty();
    }
    assertThat(rows.everything()).isEmpty();
  }

  @Test
  void theKeyRefusesASecondInstanceOfAnOccurrenceOnAResource() {
    create(ASeries.ofOneGroup());

    assertThatThrownBy(
            () ->
                rows.execute(
                    """
                    insert into access_review_instance
                      (id, version, definition_id, occurrence, resource, start_date_time, status,
                       scope, reviewers, fallback_reviewers, settings, stage_settings, errors)
                    select gen_random_uuid(), version, definition_id, occurrence, resource,
                      start_date_time, status, scope, reviewers, fallback_reviewers, settings,
                      stage_settings, errors
                    from access_review_instance"""))
        .rootCause()
        .hasMessageContaining("unique constraint \"access_review_instance_once\"");
  }

  private static List<String> series(int number) {
    var ids = new ArrayList<String>();
    for (var i = 0; i < number; i++) {
      ids.add(create(TWO_RESOURCES.named("Series " + i)));
    }
    return ids;
  }

  /** As if nothing had been at work since the first day of all series. */
  private void missedSince(String day) {
    rows.execute(
        """
        update access_review_schedule_definition
        set next_occurrence = ?::date, next_start_date_time = ?::date at time zone 'UTC',
          settings = jsonb_set(settings, '{recurrence,range,startDate}', to_jsonb(?::text))""",
        day,
        day,
        day);
  }

  private void allAtOnce() throws Exception {
    Threads.atOnce(
        REPLICAS,
        () -> {
          transitions.runDue();
          return true;
        });
    Eventually.becomes(List.of("0"), this::due); // the service's own tick may still be at work
  }

  private List<String> due() {
    return rows.strings(
        """
        select (select count(*) from access_review_schedule_definition
                where next_start_date_time <= '2026-01-05T09:00Z')
          + (select count(*) from access_review_instance
             where next_transition_at <= '2026-01-05T09:00Z')
          + (select count(*) from access_review_stage
             where status = 'InProgress' and end_date_time <= '2026-01-05T09:00Z')""");
  }
}
