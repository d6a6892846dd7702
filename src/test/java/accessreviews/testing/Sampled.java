package accessreviews.testing;

import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What something takes, sampled while it is at work: its time, the statements that it spends it in,
 * and the highest of a figure.
 *
 * @param statements how long each was seen at work
 */
public record Sampled(Duration time, Map<String, Duration> statements, long highest) {
  private static final Duration PAUSE = Duration.ofMillis(10);
  private static final int FIGURE_EACH = 20;

  /** Does {@code work} and looks at it meanwhile. */
  public static Sampled of(Callable<?> work, Supplier<List<String>> statements, LongSupplier figure)
      throws Exception {
    var seen = new LinkedHashMap<String, Duration>();
    var highest = figure.getAsLong();
    var start = System.nanoTime();
    var done = new FutureTask<Object>(work::call);
    new Thread(done, "is measured").start();
    var last = start;
    for (var i = 0; !done.isDone(); i++) {
      var now = System.nanoTime();
      var since = Duration.ofNanos(now - last);
      statements.get().forEach(one -> seen.merge(one, since, Duration::plus));
      last = now;
      if (i % FIGURE_EACH == 0) {
        highest = Math.max(highest, figure.getAsLong());
      }
      Thread.sleep(PAUSE);
    }
    var time = Duration.ofNanos(System.nanoTime() - start);
    done.get();
    return new Sampled(time, Map.copyOf(seen), Math.max(highest, figure.getAsLong()));
  }

  /** How much of the time went into which statement, the longest first. */
  public String shares() {
    return statements.entrySet().stream()
        .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
        .limit(6)
        .map(
            one ->
                "%n  %3d %% %s"
                    .formatted(
                        100 * one.getValue().toMillis() / Math.max(1, time.toMillis()),
                        one.getKey()))
        .collect(Collectors.joining());
  }
}
