package accessreviews.decisions.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reviewers and administrators of one instance, who are all at work at once until it has ended. */
final class Crowd implements AutoCloseable {
  /** What each reviewer tries after the end. */
  static final int AFTER_THE_END = 5;

  /** Those items on which most come together. */
  private static final int CONTESTED = 8;

  private static final Duration PATIENCE = Duration.ofMinutes(5);
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final String CONFIRMED = "{\"confirm\":true}";
  private static final List<String> DECISIONS =
      List.of("Deny", "Deny", "Deny", "Deny", "Approve", "Approve", "DontKnow", "NotReviewed");

  /** What everybody does at a time. */
  private enum Phase {
    ANSWERING,
    /** One by one, so that what is applied is of all kinds. */
    ANSWERING_SINGLY,
    STOPPING
  }

  private final String instance;
  private final Map<String, String> principals;
  private final List<String> items;
  private final List<Participant> reviewers;
  private final List<Participant> administrators;
  private final Supplier<List<String>> look;
  private final AtomicInteger acknowledged = new AtomicInteger();
  private final AtomicReference<@Nullable End> end = new AtomicReference<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Future<?>> work = new ArrayList<>();
  private volatile Phase phase = Phase.ANSWERING;

  /**
   * Reviewers and administrators of {@code instance}, a path.
   *
   * @param principals whom each item is about
   * @param look what an administrator sees who was told that the instance has ended
   */
  Crowd(
      String instance,
      Map<String, String> principals,
      List<Participant> reviewers,
      List<Participant> administrators,
      Supplier<List<String>> look) {
    this.instance = instance;
    this.principals = Map.copyOf(principals);
    this.items = principals.keySet().stream().sorted().toList();
    this.reviewers = List.copyOf(reviewers);
    this.administrators = List.copyOf(administrators);
    this.look = look;
  }

  /**
   * When an administrator was told that the instance has ended.
   *
   * @param at in nanoseconds
   * @param seen right after that
   */
  record End(long at, List<String> seen) {}

  private interface Task {
    void run(Participant participant) throws Exception;
  }

  List<Participant> everybody() {
    return Stream.concat(reviewers.stream(), administrators.stream()).toList();
  }

  /** The first moment at which somebody knew that the instance has ended. */
  End end() {
    return Objects.requireNonNull(end.get(), "it has not ended");
  }

  void answer() {
    submit(reviewers, this::review);
    submit(administrators, this::administer);
  }

  void answerSingly() {
    phase = Phase.ANSWERING_SINGLY;
  }

  /** The administrators end the instance, while all others go on. */
  void stop() {
    phase = Phase.STOPPING;
  }

  /** Both administrators at once. */
  void apply() {
    submit(administrators, this::apply);
  }

  private void submit(List<Participant> participants, Task task) {
    for (var one : participants) {
      work.add(
          threads.submit(
              () -> {
                task.run(one);
                return one;
              }));
    }
  }

  /** Returns when {@code number} more answers were acknowledged. */
  void untilAnswered(int number, Runnable meanwhile) throws Exception {
    var enough = acknowledged.get() + number;
    until(() -> acknowledged.get() >= enough, meanwhile);
  }

  /** Returns when everybody has done their work. */
  void untilDone(Runnable meanwhile) throws Exception {
    until(() -> work.stream().allMatch(Future::isDone), meanwhile);
    requireNoFailure();
  }

  /** Returns when {@code condition} is true; nobody may fail meanwhile. */
  void until(BooleanSupplier condition, Runnable meanwhile) throws Exception {
    var patience = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited in vain").isLessThan(patience);
      requireNoFailure();
      meanwhile.run();
      Thread.sleep(PAUSE);
    }
  }

  private void requireNoFailure() throws ExecutionException, InterruptedException {
    for (var one : work) {
      if (one.state() == Future.State.FAILED) {
        one.get();
      }
    }
  }

  private void review(Participant reviewer) throws Exception {
    while (end.get() == null) {
      if (attempt(reviewer).isAcknowledged()) {
        acknowledged.incrementAndGet();
      }
    }
    for (var i = 0; i < AFTER_THE_END; i++) {
      attempt(reviewer);
    }
  }

  private Attempt attempt(Participant reviewer) throws Exception {
    var chance = phase == Phase.ANSWERING ? reviewer.random().nextInt(100) : 0;
    var item = item(reviewer.random());
    var decision = DECISIONS.get(reviewer.random().nextInt(DECISIONS.size()));
    if (chance < 85) {
      return answerOne(reviewer, item, decision);
    } else if (chance < 92) {
      return reviewer.answerMany(instance, item, principals.get(item), decision);
    } else if (chance < 94) {
      return reviewer.answerMany(instance, null, null, decision);
    }
    return reviewer.acceptRecommendations(instance);
  }

  private String item(Random random) {
    var contested = random.nextInt(3) == 0;
    return items.get(random.nextInt(contested ? CONTESTED : items.size()));
  }

  /** Mostly whatever its version is; else as it looks now, or as it looked at some time. */
  private Attempt answerOne(Participant reviewer, String item, String decision) throws Exception {
    var decisions = instance + "/decisions";
    var chance = reviewer.random().nextInt(10);
    if (chance < 6) {
      return reviewer.answer(decisions, item, decision);
    }
    if (chance < 9) {
      reviewer.look(decisions, item);
    }
    return reviewer.answerAsSeen(decisions, item, decision);
  }

  /** Takes all answers back now and then, applies too early, and ends the instance. */
  private void administer(Participant administrator) throws Exception {
    while (phase == Phase.ANSWERING) {
      var next = acknowledged.get() + 50 + administrator.random().nextInt(200);
      while (phase == Phase.ANSWERING && acknowledged.get() < next) {
        Thread.sleep(PAUSE);
      }
      administrator.reset(instance);
      assertThat(administrator.tell(instance + "/applyDecisions", CONFIRMED))
          .isIn("instanceNotCompleted", "unknown");
    }
    while (phase != Phase.STOPPING) {
      Thread.sleep(PAUSE);
    }
    var said = "";
    while (!Set.of("204", "instanceNotInProgress").contains(said)) {
      said = administrator.tell(instance + "/stop", "");
      assertThat(said).isIn("204", "instanceNotInProgress", "unknown");
    }
    end.compareAndSet(null, new End(System.nanoTime(), look.get()));
  }

  private void apply(Participant administrator) throws Exception {
    var body = "";
    var said = "unknown";
    while (said.equals("unknown") || said.equals("applyNeedsConfirmation")) {
      said = administrator.tell(instance + "/applyDecisions", body);
      body = said.equals("applyNeedsConfirmation") ? CONFIRMED : body;
    }
    System.out.println("CONCURRENT an administrator applies, confirmed '" + body + "': " + said);
    assertThat(said).isIn("204", "instanceNotCompleted");
  }

  @Override
  public void close() {
    threads.shutdownNow();
    threads.close();
  }
}
