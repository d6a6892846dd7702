package accessreviews.notifications.arrival;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.LargeOrganisation;
import accessreviews.testing.rows.Series;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.LeftToReplicas;
import accessreviews.testing.servers.Replicas;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of what was built send the mails of a review in two stages, and one is killed in the
 * middle of it. Nobody misses a mail. Only those that were on their way at that moment may arrive
 * twice, and then as the same message.
 */
@InProcessOnly("starts services of its own")
@StartsServices
@QuarkusTest
class KilledSendersHttpTest extends MailHttpTest implements LeftToReplicas {
  private static final int USERS = 300;
  private static final int TEAM = 50;
  private static final int BOSS = USERS - 1;
  private static final LargeOrganisation ORGANISATION = new LargeOrganisation(USERS, 1, USERS);

  /** How many mails a replica has on their way at most. */
  private static final int AT_ONCE = 10;

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  /** Messages that a replica that is dead would still be sending. */
  private static final String ORPHANED =
      """
      update notice set leased_until = clock_timestamp()
      where state = 'waiting' and leased_until > clock_timestamp()""";

  private static final String STATES =
      """
      select concat_ws(' ', count(*), state, kind, attempts, failure,
        'leased: ' || coalesce((leased_until > clock_timestamp())::text, 'never'))
      from notice
      group by state, kind, attempts, failure, leased_until > clock_timestamp()""";

  @TempDir Path folder;

  private final Set<String> sent = new HashSet<>();
  private int twice;

  @Test
  void nobodyMissesAMailAndOnlyThoseOnTheirWayArriveTwice() throws Exception {
    ORGANISATION.fill();
    server.pause(Duration.ofMillis(40)); // so that there is a middle of it
    var series = start(review());
    var everybody = IntStream.range(0, USERS).boxed().toList();
    var managers =
        Stream.concat(IntStream.range(0, USERS / TEAM).mapToObj(i -> i * TEAM), Stream.of(BOSS))
            .toList();
    try (var issuer = Issuer.start();
        var replicas = Replicas.start(2, folder, issuer, rows, settings())) {
      for (var name : replicas.names()) {
        replicas.url(name); // it listens
      }
      arrive(replicas, Instant.parse("2026-01-12T00:00:00Z"), "start", everybody);
      arrive(replicas, Instant.parse("2026-01-13T00:00:00Z"), "reminder", everybody);
      arrive(replicas, Instant.parse("2026-01-14T00:00:00Z"), "start", managers);
      arrive(replicas, Instant.parse("2026-01-16T12:00:00Z"), "reminder", managers);
      assertThat(replicas.logs()).doesNotContain(" ERROR ");
    }
    assertThat(series).isNotEmpty();
    System.out.println("KILLED SENDERS mails that arrived twice: " + twice);
  }

  /** Everyone reviews themselves for two days, and then managers do, or the boss, for five. */
  private static Series review() {
    return Series.aSeries()
        .named("Everyone")
        .ofScope("/groups/" + LargeOrganisation.group(0) + "/members")
        .with(
            "settings",
            """
            {"instanceDurationInDays":7,"mailNotificationsEnabled":true,
             "reminderNotificationsEnabled":true,"recurrence":%s}"""
                .formatted(ASeries.recurrence("weekly 1", "2026-01-12..")))
        .inStages(
            """
            {"stageId":"1","dependsOn":[],"durationInDays":2,"recommendationsEnabled":false,
             "reviewers":[],"decisionsThatWillMoveToNextStage":["NotReviewed"]}""",
            """
            {"stageId":"2","dependsOn":["1"],"durationInDays":5,"recommendationsEnabled":false,
             "reviewers":%s,"fallbackReviewers":%s}"""
                .formatted(
                    Series.scopes("./manager"),
                    Series.scopes("/users/" + LargeOrganisation.user(BOSS))));
  }

  private Map<String, String> settings() {
    var settings = new HashMap<String, String>();
    settings.put("QUARKUS_MAILER_FROM", "reviews@contoso.com");
    settings.put("QUARKUS_MAILER_HOST", "localhost");
    settings.put("QUARKUS_MAILER_PORT", Integer.toString(server.port()));
    settings.put("ACCESS_REVIEWS_PUBLIC_URL", "https://reviews.contoso.com");
    settings.put("ACCESS_REVIEWS_NOTICES_PER_MINUTE", "1000000");
    return settings;
  }

  /** Until {@code expected} have their mails; a replica is killed meanwhile, and starts again. */
  private void arrive(Replicas replicas, Instant time, String kind, List<Integer> expected)
      throws Exception {
    var before = server.received().size();
    rows.execute("update emulator_clock set frozen_at = ?::timestamptz", time.toString());
    waitFor(() -> server.received().size() >= before + expected.size() / 3);
    var killed = List.copyOf(replicas.names()).getFirst();
    replicas.kill(killed);
    var dead = rows.strings("select clock_timestamp()").getFirst();
    waitFor(() -> isDoneSince(dead));
    rows.execute(ORPHANED);
    waitFor(() -> rows.strings("select id from notice where state = 'waiting' limit 1").isEmpty());
    replicas.start(killed);
    replicas.url(killed);

    var mails = mails();
    var since = mails.subList(before, mails.size());
    assertThat(since.stream().map(mail -> Wording.of(mail).kind()).collect(toSet()))
        .containsExactly(kind);
    assertThat(since.stream().map(ArrivedMail::to).collect(toSet()))
        .isEqualTo(expected.stream().map(KilledSendersHttpTest::address).collect(toSet()));
    var messages = new ArrayList<>(since.stream().map(ArrivedMail::messageId).toList());
    var addressesOfMessages =
        since.stream().map(mail -> mail.messageId() + " " + mail.to()).collect(toSet());
    assertThat(addressesOfMessages).as("a message for each person").hasSize(expected.size());
    assertThat(sent).doesNotContainAnyElementsOf(messages);
    sent.addAll(messages);
    var repeated =
        messages.stream().collect(groupingBy(id -> id, counting())).values().stream()
            .filter(count -> count > 1)
            .toList();
    assertThat(repeated.size()).as("twice").isLessThanOrEqualTo(AT_ONCE);
    twice += repeated.size();
  }

  /** All that waits is what a replica was sending that is dead since {@code instant}. */
  private boolean isDoneSince(String instant) {
    return rows.strings(
            """
            select id from notice where state = 'waiting'
              and (leased_until is null or attempted_at >= ?::timestamptz
                or leased_until < clock_timestamp()) limit 1""",
            instant)
        .isEmpty();
  }

  private static String address(int user) {
    return "user%d@contoso.com".formatted(user);
  }

  private void waitFor(BooleanSupplier condition) throws InterruptedException {
    var patience = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > patience) {
        throw new AssertionError("Waited in vain: " + rows.strings(STATES));
      }
      Thread.sleep(20);
    }
  }
}
