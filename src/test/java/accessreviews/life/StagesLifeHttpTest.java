package accessreviews.life;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Stages follow one another, each when the one before it has ended. */
@QuarkusTest
class StagesLifeHttpTest extends SeriesHttpTest {
  private static final String FIRST = "2026-01-05T00:00:00Z..2026-01-07T00:00:00Z ";
  private static final String SECOND = "2026-01-07T00:00:00Z..2026-01-10T00:00:00Z ";
  private static final String THIRD = "2026-01-10T00:00:00Z..2026-01-11T00:00:00Z ";
  private static final ASeries THREE_STAGES =
      ASeries.ofOneGroup().recurring("once", "2026-01-05..").lasting(30).inStages(2, 3, 1);

  @Test
  void aStageComesIntoBeingWhenTheOneBeforeItEnds() {
    var series = create(THREE_STAGES);
    assertThat(stages(series, 0)).containsExactly(FIRST + "InProgress");

    clockAt(Instant.parse("2026-01-06T23:59:59.999999Z"));
    assertThat(stages(series, 0)).containsExactly(FIRST + "InProgress");

    clockAt(Instant.parse("2026-01-07T00:00:00Z"));
    assertThat(stages(series, 0)).containsExactly(FIRST + "Completed", SECOND + "InProgress");

    clockAt(Instant.parse("2026-01-10T00:00:00Z"));
    assertThat(stages(series, 0))
        .containsExactly(FIRST + "Completed", SECOND + "Completed", THIRD + "InProgress");
  }

  @Test
  void theLastStageAndItsInstanceEndTogether() {
    var series = create(THREE_STAGES);

    clockAt(Instant.parse("2026-01-10T23:59:59.999999Z"));
    assertThat(instances(series))
        .containsExactly("2026-01-05T00:00:00Z..2026-01-11T00:00:00Z InProgress");

    clockAt(Instant.parse("2026-01-11T00:00:00Z"));
    assertThat(stages(series, 0))
        .containsExactly(FIRST + "Completed", SECOND + "Completed", THIRD + "Completed");
    assertThat(instances(series))
        .containsExactly("2026-01-05T00:00:00Z..2026-01-11T00:00:00Z Completed");
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @Test
  void oneLongStepGoesThroughAllStages() {
    var series = create(THREE_STAGES);

    advance("P1Y");

    assertThat(stages(series, 0))
        .containsExactly(FIRST + "Completed", SECOND + "Completed", THIRD + "Completed");
  }

  @Test
  void aReviewThatStartsLateCountsItsStagesFromItsStart() {
    var series = create(ASeries.ofOneGroup().recurring("once", "2025-12-01..").inStages(2, 3));

    advance("P2D");

    assertThat(stages(series, 0))
        .containsExactly(
            "2026-01-05T09:00:00Z..2026-01-07T09:00:00Z Completed",
            "2026-01-07T09:00:00Z..2026-01-10T09:00:00Z InProgress");
    assertThat(instances(series))
        .containsExactly("2026-01-05T09:00:00Z..2026-01-10T09:00:00Z InProgress");
  }

  @Test
  void eachInstanceHasStagesOfItsOwn() {
    var series = create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-05..").inStages(2, 5));

    advance("P7D");

    assertThat(stages(series, 0))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-07T00:00:00Z Completed",
            "2026-01-07T00:00:00Z..2026-01-12T00:00:00Z Completed");
    assertThat(stages(series, 1))
        .containsExactly("2026-01-12T00:00:00Z..2026-01-14T00:00:00Z InProgress");
  }

  @Test
  void aReviewInOneGoHasNoStages() {
    var series = create(ASeries.ofOneGroup().lasting(3));

    advance("P1D");

    assertThat(stages(series, 0)).isEmpty();
  }
}
