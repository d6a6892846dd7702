package accessreviews.platform.due;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.testing.Eventually;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.OtherWriter;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A row that somebody else holds is left to them; the others do not wait for it. */
@InProcessOnly("calls the transitions itself")
@QuarkusTest
class LockedRowsHttpTest extends SeriesHttpTest {
  private static final String FIRST_DAY_OVER =
      "2026-01-05T00:00:00Z..2026-01-06T00:00:00Z Completed";
  private static final String FIRST = "2026-01-11T00:00:00Z..2026-01-12T00:00:00Z InProgress";
  private static final String SECOND = "2026-01-12T00:00:00Z..2026-01-13T00:00:00Z InProgress";

  @Inject AgroalDataSource database;

  @Test
  void othersStartWhileOneIsLockedAndTheLockedOneStartsAfterwards() throws Exception {
    var locked = create(ASeries.ofOneGroup().recurring("once", "2026-01-11.."));
    var other = create(ASeries.ofOneGroup().recurring("once", "2026-01-11.."));
    try (var _ = holding(locked)) {
      clockMovesElsewhereTo(Instant.parse("2026-01-11T00:00:00Z"));

      Eventually.becomes(List.of(FIRST), () -> instances(other));
      assertThat(instances(locked)).isEmpty();
    }
    Eventually.becomes(List.of(FIRST), () -> instances(locked));
  }

  @Test
  void theClockWaitsWhereSomethingIsLocked() throws Exception {
    var locked = create(ASeries.ofOneGroup().recurring("once", "2026-01-11.."));
    var sameDay = create(ASeries.ofOneGroup().recurring("once", "2026-01-11.."));
    var nextDay = create(ASeries.ofOneGroup().recurring("once", "2026-01-12.."));
    CompletableFuture<Void> move;
    try (var _ = holding(locked)) {
      move = CompletableFuture.runAsync(() -> clockAt(Instant.parse("2026-01-12T00:00:00Z")));
      Eventually.becomes(List.of(FIRST), () -> instances(sameDay));

      assertThatThrownBy(() -> move.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(instances(locked)).isEmpty();
      assertThat(instances(nextDay)).isEmpty();
      assertThat(request().get("/emulator/clock").<String>path("now"))
          .isEqualTo("2026-01-11T00:00:00Z");
    }
    move.get();
    assertThat(instances(locked))
        .containsExactly("2026-01-11T00:00:00Z..2026-01-12T00:00:00Z Completed");
    assertThat(instances(nextDay)).containsExactly(SECOND);
  }

  /** A transition may bring about one of another kind, and the mover has looked there before. */
  @Test
  void whatBecomesDueWhileTheMoverLooksIsNotMissed() throws Exception {
    var series = create(ASeries.ofOneGroup().recurring("once", "2026-01-05.."));
    CompletableFuture<Void> move;
    try (var other = OtherWriter.begin(database)) {
      other.lock("access_review_schedule_definition");
      move = CompletableFuture.runAsync(() -> clockAt(Instant.parse("2026-01-05T12:00:00Z")));
      other.awaitRival();
      other.execute(
          """
          update access_review_instance set next_transition_at = '2026-01-05T10:00Z'
          where definition_id = ?::uuid""",
          series);
      other.commit();
    }
    move.get();

    assertThat(instances(series)).containsExactly(FIRST_DAY_OVER);
  }

  /** Somebody who has locked a series. */
  private OtherWriter holding(String series) throws SQLException {
    var holder = OtherWriter.begin(database);
    holder.execute(
        "select 1 from access_review_schedule_definition where id = ?::uuid for update", series);
    return holder;
  }
}
