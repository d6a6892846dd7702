package accessreviews.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The time that requests of one kind take. None may take more than twenty times the median of those
 * of its size: what does has work in it that grows faster than the request. A machine that is busy
 * with something else is not to blame for that, so a slow request is sent again, alone, and its
 * fastest run counts.
 */
final class Pace {
  private static final int TIMES = 20;

  /** The neighbours in size on each side whose median counts. */
  private static final int NEIGHBOURS = 20;

  private static final int RUNS = 15;

  /** Sends the request, and waits for the answer. */
  interface Sending {
    void run() throws Exception;
  }

  private record Timed(int size, long nanos, String what, Sending again) {}

  private final Map<String, List<Timed>> kinds = new HashMap<>();

  /** One request was answered after {@code nanos}. */
  void add(String kind, int size, long nanos, String what, Sending again) {
    kinds.computeIfAbsent(kind, all -> new ArrayList<>()).add(new Timed(size, nanos, what, again));
  }

  /** The nanoseconds that {@code sending} takes. */
  static long of(Sending sending) throws Exception {
    var start = System.nanoTime();
    sending.run();
    return System.nanoTime() - start;
  }

  /** No request was much slower than others of its kind and size. */
  void requireEven() throws Exception {
    for (var kind : kinds.entrySet()) {
      var sorted = kind.getValue().stream().sorted(Comparator.comparingInt(Timed::size)).toList();
      if (sorted.size() > NEIGHBOURS) {
        for (var i = 0; i < sorted.size(); i++) {
          requireEven(kind.getKey(), sorted.get(i), TIMES * median(around(sorted, i)));
        }
      }
    }
  }

  private static List<Timed> around(List<Timed> sorted, int index) {
    return sorted.subList(
        Math.max(0, index - NEIGHBOURS), Math.min(sorted.size(), index + NEIGHBOURS + 1));
  }

  private static long median(List<Timed> timed) {
    return timed.stream()
        .mapToLong(Timed::nanos)
        .sorted()
        .skip(timed.size() / 2)
        .findFirst()
        .orElseThrow();
  }

  private static void requireEven(String kind, Timed timed, long most) throws Exception {
    var fastest = timed.nanos();
    for (var run = 0; run < RUNS && fastest > most; run++) {
      fastest = Math.min(fastest, of(timed.again()));
    }
    assertThat(fastest)
        .as("nanoseconds of the fastest of %d runs, %s: %s", RUNS, kind, timed.what())
        .isLessThanOrEqualTo(most);
  }
}
