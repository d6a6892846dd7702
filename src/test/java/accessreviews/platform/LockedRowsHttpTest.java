package accessreviews.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.testing.ASeries;
import accessreviews.testing.Eventually;
import accessreviews.testing.SeriesHttpTest;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** A row that somebody else holds is left to them; the others do not wait for it. */
@QuarkusTest
class LockedRowsHttpTest extends SeriesHttpTest {
  private static final String FIRST = "2026-01-11T00:00:00Z..2026-01-12T00:00:00Z InProgress";
  private static final String SECOND = "2026-01-12T00:00:00Z..2026-01-13T00:00:00Z InProgress";

  @Inject AgroalDataSource database;

  @Test
  void othersStartWhileOneIsLockedAndTheLockedOneStartsAfterwards() throws Exception {
    var locked = create(ASeries.ofOneGroup().recurring("once", "2026-01-11.."));
    var other = create(ASeries.ofOneGroup().recurring("once", "2026-01-11.."));
    try (var holder = holding(locked)) {
      clockMovesElsewhereTo(Instant.parse("2026-01-11T00:00:00Z"));

      Eventually.becomes(List.of(FIRST), () -> instances(other));
      assertThat(instances(locked)).isEmpty();
      holder.rollback();
    }
    Eventually.becomes(List.of(FIRST), () -> instances(locked));
  }

  @Test
  void theClockWaitsWhereSomethingIsLocked() throws Exception {
    var locked = create(ASeries.ofOneGroup().recurring("once", "2026-01-11.."));
    var sameDay = create(ASeries.ofOneGroup().recurring("once", "2026-01-11.."));
    var nextDay = create(ASeries.ofOneGroup().recurring("once", "2026-01-12.."));
    CompletableFuture<Void> move;
    try (var holder = holding(locked)) {
      move = CompletableFuture.runAsync(() -> clockAt(Instant.parse("2026-01-12T00:00:00Z")));
      Eventually.becomes(List.of(FIRST), () -> instances(sameDay));

      assertThatThrownBy(() -> move.get(300, TimeUnit.MILLISECONDS))
          .isInstanceOf(TimeoutException.class);
      assertThat(instances(locked)).isEmpty();
      assertThat(instances(nextDay)).isEmpty();
      assertThat(request().get("/emulator/clock").<String>path("now"))
          .isEqualTo("2026-01-11T00:00:00Z");
      holder.rollback();
    }
    move.get();
    assertThat(instances(locked))
        .containsExactly("2026-01-11T00:00:00Z..2026-01-12T00:00:00Z Completed");
    assertThat(instances(nextDay)).containsExactly(SECOND);
  }

  /** A connection whose transaction has locked a series. */
  private Connection holding(String series) throws SQLException {
    var holder = database.getConnection();
    holder.setAutoCommit(false);
    try (var lock =
        holder.prepareStatement(
            "select 1 from access_review_schedule_definition where id = ?::uuid for update")) {
      lock.setString(1, series);
      lock.execute();
    }
    return holder;
  }
}
