package accessreviews.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.Supplier;

/** Waits for what happens by itself. */
public final class Eventually {
  /** What is due happens within this time (contract, "Time"). */
  public static final Duration PROMISED = Duration.ofSeconds(5);

  private static final Duration PAUSE = Duration.ofMillis(20);

  private Eventually() {}

  /** Returns when {@code value} is {@code expected}, within the time that the contract promises. */
  public static <T> void becomes(T expected, Supplier<T> value) throws InterruptedException {
    var patience = System.nanoTime() + PROMISED.toNanos();
    while (!value.get().equals(expected) && System.nanoTime() < patience) {
      Thread.sleep(PAUSE);
    }
    assertThat(value.get()).isEqualTo(expected);
  }
}
