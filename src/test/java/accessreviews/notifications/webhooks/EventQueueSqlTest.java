package accessreviews.notifications.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.sql.SqlTest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which events are sent next: of each instance and receiver the oldest one that waits. */
class EventQueueSqlTest extends SqlTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final String ONE = "00000000-0000-0000-0000-000000000001";
  private static final String TWO = "00000000-0000-0000-0000-000000000002";
  private static final Map<String, Integer> MANY = Map.of("crm", 10);

  @Test
  void theOldestOfEachInstanceIsAndTheNextOnlyAfterIt() {
    queue("crm", ONE, "a", "b");
    queue("crm", TWO, "c");
    queue("erp", ONE, "d");

    var first = queue().claim(MANY, NOW);

    assertThat(first).extracting(QueuedEvent::kind).containsExactlyInAnyOrder("a", "c");
    assertThat(queue().claim(MANY, NOW)).isEmpty();
    assertThat(queue().sent(of(first, "a"), NOW)).isTrue();
    assertThat(claimed(MANY)).containsExactly("b");
    assertThat(claimed(Map.of("crm", 10, "erp", 10))).containsExactly("d");
  }

  @Test
  void eachReceiverGetsAsManyAsItHasPlaces() {
    for (var instance = 1; instance <= 5; instance++) {
      queue("crm", "00000000-0000-0000-0000-00000000001" + instance, "a" + instance);
    }
    queue("erp", ONE, "b");

    assertThat(claimed(Map.of("crm", 3, "erp", 1)))
        .containsExactlyInAnyOrder("a1", "a2", "a3", "b");
    assertThat(claimed(Map.of("crm", 1))).containsExactly("a4");
  }

  @Test
  void afterAFailureTheOthersOfTheInstanceWait() {
    queue("crm", ONE, "a", "b");
    queue("crm", TWO, "c");
    var first = queue().claim(MANY, NOW);
    queue().sent(of(first, "c"), NOW);
    var next = NOW.plusSeconds(5);
    queue().retry(of(first, "a"), "HTTP 500", next);

    assertThat(queue().putBehind(List.of("crm"), NOW)).isEqualTo(1);
    assertThat(queue().putBehind(List.of("crm"), NOW)).isZero();
    assertThat(claimed(MANY)).isEmpty();

    var again = queue().claim(MANY, next);
    assertThat(again).extracting(QueuedEvent::kind).containsExactly("a");
    assertThat(again.getFirst().eventId()).isEqualTo(of(first, "a").eventId());
    assertThat(again.getFirst().attempts()).isEqualTo(2);
  }

  @Test
  void afterOneThatIsGivenUpTheOthersGoOn() {
    queue("crm", ONE, "a", "b");
    var first = queue().claim(MANY, NOW);
    queue().failed(first.getFirst(), "HTTP 500", NOW);
    assertThat(claimed(MANY)).containsExactly("b");

    rows.execute("update notice set state = 'waiting' where kind = 'a'"); // as a retry does

    assertThat(claimed(MANY)).containsExactly("a");
  }

  @Test
  void whoseLeaseIsOverIsSentByAnotherAndCountsOnce() {
    queue("crm", ONE, "a");
    var lost = queue().claim(MANY, NOW).getFirst();
    rows.execute("update notice set leased_until = clock_timestamp() - interval '1 second'");

    var again = queue().claim(MANY, NOW).getFirst();

    assertThat(queue().failed(lost, "late", NOW)).isFalse();
    assertThat(queue().sent(again, NOW)).isTrue();
    assertThat(rows.strings("select state || attempts from notice")).containsExactly("sent2");
  }

  @Test
  void twoReplicasShareThem() throws SQLException {
    try (var connection = database().connect();
        var other = database().connect()) {
      connection.setAutoCommit(false);
      other.setAutoCommit(false);
      try (var statement = other.createStatement()) {
        statement.execute(
            INSERT.formatted("crm", ONE, "a") + ";" + INSERT.formatted("crm", TWO, "b"));
        other.commit();
      }
      try (var here = session(connection);
          var there = session(other)) {
        var first = new EventQueue(here).claim(Map.of("crm", 1), NOW);
        var second = new EventQueue(there).claim(MANY, NOW); // while the first is not committed
        assertThat(first).extracting(QueuedEvent::kind).containsExactly("a");
        assertThat(second).extracting(QueuedEvent::kind).containsExactly("b");
        connection.commit();
        other.commit();
        assertThat(new EventQueue(there).claim(MANY, NOW)).isEmpty();
      }
      try (var statement = other.createStatement()) {
        statement.execute("delete from notice");
        other.commit();
      }
    }
  }

  @Test
  void oneThatWantsNoMoreLosesWhatWaits() {
    queue("crm", ONE, "a", "b", "b");
    queue("erp", ONE, "c");
    queue().claim(MANY, NOW);

    assertThat(queue().failAll("crm", "gone")).isEqualTo(Map.of("b", 2));

    assertThat(rows.strings("select kind || ' ' || state from notice order by id"))
        .containsExactly("a waiting", "b failed", "b failed", "c waiting");
  }

  @Test
  void oneThatIsNotConfiguredLosesThemAfterADay() {
    queue("crm", ONE, "a");
    queue("erp", ONE, "b");
    assertThat(queue().failUnknown(List.of("erp"), NOW)).isEmpty();
    assertThat(queue().failUnknown(List.of(), NOW.plus(Duration.ofHours(25))))
        .isEqualTo(Map.of("a", 1, "b", 1));
  }

  private static final String INSERT =
      """
      insert into notice (channel, kind, definition_id, instance_id, subscription, data,
        created_date_time, next_attempt_at)
      values ('webhook', '%3$s', gen_random_uuid(), '%2$s', '%1$s', '{}', '2026-01-05T09:00Z',
        '2026-01-05T09:00Z')""";

  private void queue(String subscription, String instance, String... kinds) {
    for (var kind : kinds) {
      rows.execute(INSERT.formatted(subscription, instance, kind));
    }
  }

  private EventQueue queue() {
    return new EventQueue(session());
  }

  private List<String> claimed(Map<String, Integer> most) {
    return queue().claim(most, NOW).stream().map(QueuedEvent::kind).toList();
  }

  private static QueuedEvent of(List<QueuedEvent> events, String kind) {
    return events.stream().filter(event -> event.kind().equals(kind)).findFirst().orElseThrow();
  }
}
