package accessreviews.model;

import accessreviews.testing.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * Random operations and steps of the clock: after each the service looks as a simple model of it
 * does. The first seed is fixed: {@code -Dmodel.seed} asks for another one, {@code -Dmodel.seconds}
 * for more of them. What fails is made shorter as far as {@code -Dmodel.shrinking} seconds allow.
 */
@QuarkusTest
class LifeCycleHttpTest extends HttpTest {
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("model.seconds", 30));
  private static final Duration SHRINKING =
      Duration.ofSeconds(Integer.getInteger("model.shrinking", 60));
  private static final long FIRST_SEED = Long.getLong("model.seed", 20261122L);
  private static final int LENGTH = Integer.getInteger("model.length", 50);

  /** Never at midnight, when reviews start and end: what happens together has no order. */
  private static final Instant START = Instant.parse("2026-01-05T09:07:00Z");

  private static final Arbitrary<List<Command>> COMMANDS =
      Command.any()
          .list()
          .ofMinSize(1)
          .ofMaxSize(LENGTH)
          .withSizeDistribution(RandomDistribution.uniform());

  @Override
  protected Instant startOfTest() {
    return START;
  }

  /** jqwik and Quarkus do not run a test together: this one borrows what makes the sequences. */
  @Test
  void theServiceLooksLikeItsModelWhateverHappens() {
    JqwikSession.run(this::compare);
  }

  private void compare() {
    var sequences = COMMANDS.generator(LENGTH);
    var end = System.nanoTime() + TIME.toNanos();
    var seed = FIRST_SEED;
    for (; seed == FIRST_SEED || System.nanoTime() < end; seed++) {
      var commands = sequences.next(new Random(seed)).value();
      var failure = failureOf(commands);
      if (failure.isPresent()) {
        report(seed, shortened(failure.get()));
      }
    }
    System.out.printf(
        "Life cycle: %d sequences of up to %d commands held, seeds %d to %d%n",
        seed - FIRST_SEED, LENGTH, FIRST_SEED, seed - 1);
  }

  /**
   * Commands of which the last one goes wrong.
   *
   * @param why it does
   */
  private record Failure(List<Command> commands, Throwable why) {}

  /** What goes wrong when {@code commands} are told to an empty service. */
  private Optional<Failure> failureOf(List<Command> commands) {
    rows.empty();
    clockAt(START);
    var world = new World(new Service(rows), START);
    for (var i = 0; i < commands.size(); i++) {
      try {
        world.tell(commands.get(i));
      } catch (AssertionError | RuntimeException e) {
        return Optional.of(new Failure(commands.subList(0, i + 1), e));
      }
    }
    return Optional.empty();
  }

  /** Leaves out what is not needed to fail, in ever smaller pieces, while there is time. */
  private Failure shortened(Failure failure) {
    var end = System.nanoTime() + SHRINKING.toNanos();
    var shortest = failure;
    for (var piece = failure.commands().size() / 2; piece > 0; piece /= 2) {
      var from = 0;
      while (from + piece < shortest.commands().size() && System.nanoTime() < end) {
        var fewer = new ArrayList<>(shortest.commands());
        fewer.subList(from, from + piece).clear();
        var still = failureOf(fewer);
        shortest = still.orElse(shortest);
        from += still.isPresent() ? 0 : piece;
      }
    }
    return shortest;
  }

  private static void report(long seed, Failure failure) {
    var commands =
        failure.commands().stream()
            .map(Objects::toString)
            .collect(Collectors.joining(System.lineSeparator()));
    throw new AssertionError(
        "-Dmodel.seed=%d -Dmodel.length=%d goes wrong at the last of%n%s%n%s"
            .formatted(seed, LENGTH, commands, failure.why().getMessage()),
        failure.why());
  }
}
