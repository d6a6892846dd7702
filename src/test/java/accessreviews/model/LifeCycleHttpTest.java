package accessreviews.model;

import static org.assertj.core.api.Assertions.fail;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * Random operations and steps of the clock: after each the service looks as a simple model of it
 * does. The first seed is fixed: {@code -Dmodel.seed} asks for another one, {@code -Dmodel.seconds}
 * for more of them. What fails is made shorter as far as {@code -Dmodel.shrinking} seconds allow.
 */
@QuarkusTest
class LifeCycleHttpTest extends HttpTest {
  private static final Duration TIME = Duration.ofSeconds(Integer.getInteger("model.seconds", 60));
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
    var end = System.nanoTime() + TIME.toNanos();
    var seed = FIRST_SEED;
    for (; seed == FIRST_SEED || System.nanoTime() < end; seed++) {
      var commands = commands(seed);
      var failure = failureOf(commands.value());
      if (failure.isPresent()) {
        report(seed, commands, failure.get());
      }
    }
    System.out.printf(
        "Life cycle: %d sequences of up to %d commands held, seeds %d to %d%n",
        seed - FIRST_SEED, LENGTH, FIRST_SEED, seed - 1);
  }

  private static Shrinkable<List<Command>> commands(long seed) {
    return COMMANDS.generator(LENGTH).next(new Random(seed));
  }

  /** What goes wrong when {@code commands} are told to an empty service. */
  private Optional<String> failureOf(List<Command> commands) {
    as(Tokens.EVERYTHING).delete("/emulator/state").then().statusCode(204);
    clockAt(START);
    var world = new World(new Service(rows), START);
    for (var command : commands) {
      try {
        world.tell(command);
      } catch (AssertionError | RuntimeException e) {
        return Optional.of("at %s:%n%s".formatted(command, e));
      }
    }
    return Optional.empty();
  }

  private void report(long seed, Shrinkable<List<Command>> commands, String failure) {
    var end = System.nanoTime() + SHRINKING.toNanos();
    var shortest = commands;
    var why = failure;
    var smaller = smaller(shortest, end);
    while (smaller.isPresent()) {
      shortest = smaller.get();
      why = failureOf(shortest.value()).orElse(why);
      smaller = smaller(shortest, end);
    }
    fail(
        "With -Dmodel.seed=%d -Dmodel.length=%d, after%n%s%n%s"
            .formatted(
                seed,
                LENGTH,
                shortest.value().stream()
                    .map(Objects::toString)
                    .collect(Collectors.joining(System.lineSeparator())),
                why));
  }

  /** The first smaller sequence that fails, too; none when the time is up. */
  private Optional<Shrinkable<List<Command>>> smaller(
      Shrinkable<List<Command>> commands, long end) {
    return commands
        .shrink()
        .takeWhile(one -> System.nanoTime() < end)
        .filter(one -> failureOf(one.value()).isPresent())
        .findFirst();
  }
}
