package accessreviews.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Which requests are called slow: those that are slow again, and slower than their like. */
class PaceTest {
  private static final long MEDIAN = 1_000;
  private static final long SLOW = 1_000_000_000;

  private final Pace pace = new Pace();

  private void add(int requests, int size, long nanos, Pace.Sending again) {
    for (var i = 0; i < requests; i++) {
      pace.add("refused", size + i, nanos, "GET x", again);
    }
  }

  @Test
  void aRequestThatIsSlowEachTimeFails() {
    add(100, 50, MEDIAN, () -> {});
    add(1, 100, SLOW, () -> Thread.sleep(2));

    assertThatThrownBy(pace::requireEven).hasMessageContaining("refused: GET x");
  }

  @Test
  void aRequestThatWasSlowOnceDoesNot() {
    add(100, 50, SLOW / 100, () -> {});
    add(1, 100, SLOW, () -> {});

    assertThatCode(pace::requireEven).doesNotThrowAnyException();
  }

  @Test
  void aLargeRequestIsComparedWithLargeOnes() {
    add(100, 50, MEDIAN, () -> {});
    add(100, 50_000, SLOW, () -> Thread.sleep(2));

    assertThatCode(pace::requireEven).doesNotThrowAnyException();
  }

  @Test
  void fewRequestsSayNothing() {
    add(10, 50, MEDIAN, () -> {});
    add(1, 100, SLOW, () -> Thread.sleep(2));

    assertThatCode(pace::requireEven).doesNotThrowAnyException();
  }
}
