package accessreviews.instances;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.definitions.ReviewStatus;
import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Only an instance that is InProgress is updated. */
@QuarkusTest
class InstanceStatusHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void anInstanceInProgressIsUpdated(String method) {
    var instance = anInstance().inStatus("InProgress").in(rows);
    var answer = json(update(reviewers(ADA))).request(method, instance.path());
    assertThat(shown(answer).get("status").asText()).isEqualTo("InProgress");
    assertThat(reviewersOf(instance)).containsExactly(ADA);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "InProgress")
  void anInstanceInAnyOtherStatusIsNot(ReviewStatus status) {
    for (var method : new String[] {"PUT", "PATCH"}) {
      var instance = anInstance().inStatus(status.name()).withFallback(ADA).in(rows);
      assertRefused(
          Refusal.conflict(
              "instanceNotInProgress",
              "status",
              "The instance %s is %s; this needs the status InProgress."
                  .formatted(instance.id(), status)),
          () ->
              json(update(reviewers(BOB), fallbackReviewers(ADA, BOB)))
                  .request(method, instance.path()));
    }
  }

  /**
   * The reference has ten, and observed.md O3 one more; a new one needs a thought about updates.
   */
  @Test
  void theseAreAllTheStatuses() {
    assertThat(ReviewStatus.values())
        .extracting(ReviewStatus::name)
        .containsExactlyInAnyOrder(
            "NotStarted",
            "Initializing",
            "Starting",
            "InProgress",
            "Completing",
            "AutoReviewing",
            "AutoReviewed",
            "Completed",
            "Applying",
            "Applied",
            "Failed");
  }

  @ParameterizedTest
  @EnumSource
  void anInstanceInAnyStatusIsRead(ReviewStatus status) {
    var instance = anInstance().inStatus(status.name()).in(rows);
    assertThat(shown(request().get(instance.path())).get("status").asText())
        .isEqualTo(status.name());
    var list = instance.path().substring(0, instance.path().lastIndexOf('/'));
    assertThat(
            request()
                .get(list + "?$filter=status%20eq%20'" + status + "'")
                .jsonPath()
                .getList("value.id"))
        .containsExactly(instance.id());
  }
}
