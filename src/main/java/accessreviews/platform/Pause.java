package accessreviews.platform;

import java.time.Duration;

/** Waits before another look at what others do. */
public final class Pause {
  private Pause() {}

  /** Waits for {@code time}; refuses to go on if the thread is interrupted meanwhile. */
  public static void of(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted in a pause", e);
    }
  }
}
