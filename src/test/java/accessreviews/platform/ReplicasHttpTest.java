package accessreviews.platform;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.LargeOrganisation;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.LeftToReplicas;
import accessreviews.testing.servers.Replicas;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two replicas of what was built live through weeks on one database, and whichever is at work is
 * killed at a random moment, again and again; once both are, and stay away for weeks.
 */
@InProcessOnly("starts services of its own")
@StartsServices
@QuarkusTest
class ReplicasHttpTest extends SeriesHttpTest implements LeftToReplicas {
  private static final LargeOrganisation ORGANISATION = new LargeOrganisation(2_500, 30, 2_000);

  private static final int LONGEST_DELAY = 1_500;
  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(10);

  @TempDir Path folder;

  private final Random random = new Random();
  private final List<String> kills = new ArrayList<>();

  @Test
  void everythingHappensOnceAlthoughReplicasAreKilledInTheMiddleOfIt() throws Exception {
    var seed = Long.getLong("replicas.seed", System.nanoTime());
    System.out.println("REPLICAS -Dreplicas.seed=" + seed);
    random.setSeed(seed);
    ORGANISATION.fill();
    ORGANISATION.fillOther(WeeklyReviews.EMPTIED);
    var reviews = WeeklyReviews.BODIES.stream().map(HttpTest::created).toList();
    try (var issuer = Issuer.start();
        var replicas =
            Replicas.start(
                2, folder, issuer, rows, Map.of("ACCESS_REVIEWS_APPLY_GUARD_ENABLED", "false"))) {
      for (var week = 0; week < WeeklyReviews.WEEKS; week++) {
        live(replicas, WeeklyReviews.monday(week));
        live(replicas, WeeklyReviews.thursday(week));
        ORGANISATION.fillOther(WeeklyReviews.EMPTIED);
      }
      stayAway(
          replicas,
          WeeklyReviews.monday(WeeklyReviews.WEEKS),
          WeeklyReviews.thursday(WeeklyReviews.LAST_WEEK));

      assertThat(kills).isNotEmpty();
      assertThat(replicas.logs()).doesNotContain(" ERROR ");
      var token =
          issuer.token(
              "\"roles\":[\"AccessReview.Read.All\"]", Instant.now().plus(Duration.ofHours(1)));
      for (var name : replicas.names()) {
        WeeklyReviews.areShownOnce(reviews, path -> replicas.request(name, token).get(path));
      }
    }
    WeeklyReviews.areStoredOnce(rows, reviews.getLast());
  }

  /** Until everything due by {@code until} has happened; who is at work is killed meanwhile. */
  private void live(Replicas replicas, Instant until) throws Exception {
    clockOfReplicasAt(until);
    var killed = killWhoIsAtWork(replicas, until);
    if (random.nextBoolean()) {
      settle(until); // the other one alone
    }
    if (killed.isPresent()) {
      replicas.start(killed.get());
    }
    settle(until);
  }

  /** Both are killed in the middle of their work, and start again much later. */
  private void stayAway(Replicas replicas, Instant until, Instant back) throws Exception {
    clockOfReplicasAt(until);
    killWhoIsAtWork(replicas, until);
    List.copyOf(replicas.names()).forEach(replicas::kill);
    clockOfReplicasAt(back);
    replicas.start("replica-1");
    replicas.start("replica-2");
    settle(back);
  }

  private void clockOfReplicasAt(Instant instant) {
    rows.execute("update emulator_clock set frozen_at = ?::timestamptz", instant.toString());
  }

  /** At a random moment after work has begun; its name, unless the work was done before that. */
  private Optional<String> killWhoIsAtWork(Replicas replicas, Instant until) throws Exception {
    waitFor(() -> replicas.atWork().isPresent() || isSettled(until));
    var delay = random.nextInt(LONGEST_DELAY);
    var moment = System.nanoTime() + Duration.ofMillis(delay).toNanos();
    waitFor(() -> System.nanoTime() >= moment);
    var work = new AtomicReference<Optional<String>>(Optional.empty());
    waitFor(() -> work.updateAndGet(none -> replicas.atWork()).isPresent() || isSettled(until));
    var name = work.get().map(text -> text.substring(0, text.indexOf(':')));
    name.ifPresent(replicas::kill);
    System.out.printf("REPLICAS at %s after %d ms: %s%n", until, delay, work.get());
    work.get().ifPresent(kills::add);
    return name;
  }

  private void settle(Instant until) throws Exception {
    waitFor(() -> isSettled(until));
  }

  /** Nothing is due by {@code until} any more. */
  private boolean isSettled(Instant until) {
    return rows.strings(
            """
            select
              (select count(*) from access_review_schedule_definition
                where next_start_date_time <= t.at)
              + (select count(*) from access_review_instance where next_transition_at <= t.at)
              + (select count(*) from access_review_stage
                where status = 'InProgress' and end_date_time <= t.at)
            from (select ?::timestamptz at) t""",
            until.toString())
        .equals(List.of("0"));
  }

  private static void waitFor(BooleanSupplier condition) throws InterruptedException {
    var patience = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(patience);
      Thread.sleep(PAUSE);
    }
  }
}
