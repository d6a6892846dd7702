package accessreviews.notifications.outbox;

import static accessreviews.testing.HttpTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.platform.Keeping;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.sql.SqlTest;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which notices nobody needs to look up any more. */
class OldNoticesSqlTest extends SqlTest {
  private static final Sql DELETE_OLD = Sql.file("notifications/outbox/delete-old");
  private static final Period KEEP = Period.ofDays(30);

  private AnInstance.Stored running;
  private AnInstance.Stored ended;

  @BeforeEach
  void oneRunsAndOneHasEnded() {
    running = AnInstance.anInstance().in(rows);
    ended = AnInstance.anInstance().ofTheSeriesOf(running).inStatus("Completed").in(rows);
  }

  private void notice(AnInstance.Stored instance, String kind, String state, int daysAgo) {
    rows.execute(
        """
        insert into notice (channel, kind, state, definition_id, instance_id, recipient_id,
          created_date_time, next_attempt_at)
        select 'mail', ?, ?, ?::uuid, ?::uuid, gen_random_uuid(), t.at, t.at
        from (select ?::timestamptz - make_interval(days => ?::integer) as at) t""",
        kind,
        state,
        instance.definition(),
        instance.id(),
        NOW.toString(),
        Integer.toString(daysAgo));
  }

  private int delete(int most) {
    return BulkStatement.of(DELETE_OLD)
        .at("before", Keeping.since(NOW, KEEP))
        .with("most", most)
        .execute(session());
  }

  private List<String> left() {
    return rows.strings(
        """
        select concat_ws(' ', kind, state, date_part('day', ?::timestamptz - created_date_time))
        from notice order by id""",
        NOW.toString());
  }

  @Test
  void whatWasSentDroppedOrGivenUpIsKeptForItsTime() {
    for (var state : List.of("sent", "dropped", "failed")) {
      notice(ended, "start", state, 31);
      notice(ended, "start", state, 30);
      notice(running, "reminder", state, 31);
    }
    assertThat(delete(100)).isEqualTo(6);
    assertThat(left()).containsExactly("start sent 30", "start dropped 30", "start failed 30");
  }

  @Test
  void whatWaitsIsKept() {
    notice(ended, "start", "waiting", 400);
    assertThat(delete(100)).isZero();
  }

  @Test
  void whoWasToldThatAReviewBeganIsKnownUntilItEnds() {
    notice(running, "start", "sent", 400);
    assertThat(delete(100)).isZero();
    rows.execute("update access_review_instance set status = 'Completed'");
    assertThat(delete(100)).isOne();
  }

  @Test
  void theOldestGoFirstAndSomeAtATime() {
    notice(ended, "reminder", "sent", 60);
    notice(ended, "reminder", "sent", 50);
    notice(ended, "reminder", "sent", 40);
    assertThat(delete(2)).isEqualTo(2);
    assertThat(left()).containsExactly("reminder sent 40");
    assertThat(delete(2)).isOne();
    assertThat(delete(2)).isZero();
  }
}
