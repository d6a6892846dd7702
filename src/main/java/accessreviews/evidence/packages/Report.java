package accessreviews.evidence.packages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * {@code report.html}: the package for people, on one page without a script.
 *
 * @param facts about the review
 * @param charts its figures
 * @param points what an assessor asks about, with the items concerned
 * @param events what happened, beside decisions and removals
 * @param furtherEvents how many events are not shown
 */
record Report(
    String name,
    List<Fact> facts,
    List<Chart> charts,
    List<Point> points,
    List<Event> events,
    long furtherEvents) {
  /** One line about the review. */
  record Fact(String name, String value) {}

  /**
   * A point for an assessor.
   *
   * @param count of items concerned, or of other things if {@code shown} lists those
   * @param shown the first of them
   */
  record Point(String title, String meaning, long count, List<String> shown) {
    /** How many are not shown. */
    long further() {
      return count - shown.size();
    }
  }

  /** An entry of the log in words. */
  record Event(long index, String at, String type, String actor, @Nullable String words) {}

  /** A chart of horizontal bars. */
  record Chart(String title, List<Bar> bars) {}

  /**
   * A bar of a chart.
   *
   * @param y where it begins, from the top
   * @param width of 400 at most
   */
  record Bar(String label, long items, int y, long width) {}
}
