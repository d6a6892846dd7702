package accessreviews.notifications.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.testing.sql.SqlTest;
import jakarta.persistence.Tuple;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.Session;
import org.junit.jupiter.api.Test;

/** Which waiting rows are one message, and who may claim it. */
class ClaimMessagesSqlTest extends SqlTest {
  private static final Instant NOW = Instant.parse("2026-01-05T09:00:00Z");
  private static final Sql CLAIM = Sql.file("notifications/outbox/claim-messages");
  private static final String ADA = "00000000-0000-0000-0000-00000000000a";
  private static final String BOB = "00000000-0000-0000-0000-00000000000b";
  private static final String SERIES = "00000000-0000-0000-0000-0000000000f1";
  private static final String OTHER_SERIES = "00000000-0000-0000-0000-0000000000f2";

  private int instances;

  private void waits(String recipient, String series, String kind, String minutesAgo) {
    rows.execute(
        """
        insert into notice (channel, kind, definition_id, instance_id, recipient_id,
          created_date_time, next_attempt_at)
        select 'mail', ?, ?::uuid, ?::uuid, ?::uuid, at, at
        from (select ?::timestamptz - make_interval(mins => ?::integer) as at) t""",
        kind,
        series,
        "00000000-0000-0000-0001-%012d".formatted(++instances),
        recipient,
        NOW.toString(),
        minutesAgo);
  }

  /** The kinds of the rows of each message, in the order in which they are claimed. */
  private List<String> claimed(boolean digest) {
    var messages = new ArrayList<String>();
    for (var next = claim(session(), digest); !next.isEmpty(); next = claim(session(), digest)) {
      messages.addAll(
          rows.strings(
              "select string_agg(kind, ' ' order by id) from notice where message_id = "
                  + next.getFirst()));
    }
    return messages;
  }

  private static List<Long> claim(Session session, boolean digest) {
    return claim(session, digest, 1);
  }

  private static List<Long> claim(Session session, boolean digest, int most) {
    return BulkStatement.of(CLAIM)
        .at("now", NOW)
        .at("after", MailQueue.Place.FIRST.at())
        .with("after_id", 0L)
        .with("digest", digest)
        .with("lease", 120L)
        .with("most", most)
        .query(session, Tuple.class)
        .getResultStream()
        .map(row -> row.get("message", Long.class))
        .toList();
  }

  @Test
  void rowsOfOneEventAreOneMessageForEachPerson() {
    waits(ADA, SERIES, "start", "3");
    waits(ADA, SERIES, "start", "3");
    waits(BOB, SERIES, "start", "3");
    waits(ADA, SERIES, "start", "2");
    waits(ADA, OTHER_SERIES, "start", "3");
    waits(ADA, SERIES, "reminder", "3");
    assertThat(claimed(false))
        .containsExactly("start start", "start", "start", "reminder", "start");
  }

  @Test
  void aDigestHasEverythingOfAPersonButRemindersOnCall() {
    waits(ADA, SERIES, "start", "3");
    waits(ADA, OTHER_SERIES, "reminder", "2");
    waits(ADA, SERIES, "requestedReminder", "2");
    waits(ADA, SERIES, "completed", "-1");
    waits(BOB, SERIES, "start", "1");
    assertThat(claimed(true)).containsExactly("start reminder", "requestedReminder", "start");
  }

  @Test
  void messagesThatAreClaimedTogetherAreThoseThatAreClaimedOneByOne() {
    for (var digest : List.of(false, true)) {
      rows.execute("delete from notice");
      for (var minutes : List.of("4", "3", "2")) {
        for (var kind : List.of("start", "requestedReminder", "reminder")) {
          waits(ADA, SERIES, kind, minutes);
          waits(BOB, SERIES, kind, minutes);
          waits(ADA, OTHER_SERIES, kind, minutes);
          waits(ADA, SERIES, kind, minutes);
        }
      }
      // Some were attempted before, and wait again.
      var again = claim(session(), digest).getFirst();
      rows.execute("update notice set leased_until = null");
      waits(ADA, SERIES, "start", "1");
      var messages =
          "select message_id || ' ' || string_agg(id::text, ' ' order by id)"
              + " from notice group by message_id order by message_id";
      rows.execute("create temp table before as select * from notice");
      claimed(digest);
      var oneByOne = rows.strings(messages);
      rows.execute("delete from notice");
      rows.execute("insert into notice overriding system value select * from before");
      rows.execute("drop table before");
      assertThat(claim(session(), digest, 100)).startsWith(again).doesNotHaveDuplicates();
      assertThat(rows.strings(messages)).isEqualTo(oneByOne);
      assertThat(claim(session(), digest, 100)).isEmpty();
    }
  }

  @Test
  void aClaimHasNoMoreMessagesThanAskedForAndAllRowsOfEach() {
    for (var minutes : List.of("5", "4", "3", "2")) {
      waits(ADA, SERIES, "start", minutes);
      waits(ADA, SERIES, "start", minutes);
    }
    assertThat(claim(session(), false, 3)).hasSize(2);
    assertThat(rows.strings("select count(*) from notice where leased_until is not null"))
        .containsExactly("4");
    assertThat(claim(session(), false, 3)).hasSize(2);
    assertThat(claim(session(), false, 3)).isEmpty();
  }

  @Test
  void whatIsPutBackWaitsAsBefore() {
    waits(ADA, SERIES, "start", "3");
    var first = claim(session(), false);
    rows.execute("update notice set attempted_at = clock_timestamp(), attempts = attempts + 1");
    BulkStatement.of(Sql.file("notifications/outbox/put-back"))
        .with("messages", first.toArray(Long[]::new))
        .execute(session());
    assertThat(rows.strings("select concat_ws(' ', attempts, attempted_at, state) from notice"))
        .containsExactly("0 waiting");
    assertThat(claim(session(), false)).isEqualTo(first);
  }

  @Test
  void aMessageKeepsItsRowsWhenItIsTriedAgain() {
    waits(ADA, SERIES, "start", "3");
    assertThat(claimed(false)).containsExactly("start");
    rows.execute("update notice set leased_until = null");
    waits(ADA, SERIES, "start", "3");
    assertThat(claimed(false)).containsExactly("start", "start");
  }

  @Test
  void aLeaseIsOverAfterItsTime() {
    waits(ADA, SERIES, "start", "3");
    var first = claim(session(), false);
    assertThat(claim(session(), false)).isEmpty();
    rows.execute("update notice set leased_until = clock_timestamp() - interval '1 second'");
    assertThat(claim(session(), false)).isEqualTo(first);
  }

  @Test
  void twoReplicasClaimDifferentMessages() throws SQLException {
    waits(ADA, SERIES, "start", "3");
    waits(BOB, SERIES, "start", "2");
    connection().commit();
    try (var another = database().connect()) {
      another.setAutoCommit(false);
      var first = claim(session(), false);
      try (var session = session(another)) {
        assertThat(claim(session, false)).hasSize(1).doesNotContainAnyElementsOf(first);
      }
      another.rollback();
    } finally {
      rows.execute("delete from notice");
      connection().commit();
    }
  }

  @Test
  void aHundredThousandThatWaitMakeAClaimNoDearer() {
    rows.execute(
        """
        insert into notice (channel, kind, definition_id, instance_id, recipient_id,
          created_date_time, next_attempt_at)
        select 'mail', 'start', ?::uuid, gen_random_uuid(), gen_random_uuid(), t.at, t.at
        from (select ?::timestamptz as at) t, generate_series(1, 100000)""",
        SERIES,
        NOW.toString());
    rows.execute("analyze notice");
    rows.execute("set local plan_cache_mode = force_generic_plan"); // what a service soon has
    rows.execute(
        "prepare claim (timestamptz, timestamptz, bigint, boolean, bigint, integer) as "
            + CLAIM
                .text()
                .replace(":now", "$1")
                .replace(":after_id", "$3")
                .replace(":after", "$2")
                .replace(":digest", "$4")
                .replace(":lease", "$5")
                .replace(":most", "$6"));
    var plan =
        rows.strings(
            "explain (analyze, buffers) execute claim ('%s', '0001-01-01', 0, false, 120, %d)"
                .formatted(NOW, MailQueue.MOST));
    rows.execute("deallocate claim");
    assertThat(String.join("\n", plan))
        .contains("notice_due")
        .contains("notice_of_person")
        .doesNotContain("Seq Scan on notice");
  }
}
