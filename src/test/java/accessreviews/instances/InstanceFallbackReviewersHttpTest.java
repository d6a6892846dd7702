package accessreviews.instances;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The fallback reviewers of an instance are added to; who is left out is named in the refusal. */
@QuarkusTest
class InstanceFallbackReviewersHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void canBeAddedTo(String method) {
    var instance = anInstance().withFallback(ADA).in(rows);
    var answer = json(update(fallbackReviewers(OWNERS, ADA, BOB))).request(method, instance.path());
    assertThat(shown(answer).get("fallbackReviewers"))
        .extracting(reviewer -> reviewer.get("query").asText())
        .containsExactly("/v1.0" + OWNERS, "/v1.0" + ADA, "/v1.0" + BOB);
    assertThat(fallbackReviewersOf(instance)).containsExactly(OWNERS, ADA, BOB);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH"})
  void canBeTheFirst(String method) {
    var instance = anInstance().withFallback().in(rows);
    json(update(fallbackReviewers(ADA))).request(method, instance.path()).then().statusCode(200);
    assertThat(fallbackReviewersOf(instance)).containsExactly(ADA);
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void cannotBeRemoved(String method) {
    var instance = anInstance().reviewedBy(CLEO).withFallback(ADA, BOB, OWNERS).in(rows);
    assertRefused(
        Refusal.conflict(
            "fallbackReviewersRemoved",
            "fallbackReviewers",
            "cannot be removed from 'fallbackReviewers', only added to: send these too: %s, %s."
                .formatted(ADA, OWNERS)),
        () ->
            json(update(reviewers(ADA), fallbackReviewers(BOB, CLEO)))
                .request(method, instance.path()));
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void cannotBeEmptied(String method) {
    var instance = anInstance().withFallback(ADA).in(rows);
    assertRefused(
        Refusal.conflict(
            "fallbackReviewersRemoved", "fallbackReviewers", "send these too: " + ADA + "."),
        () -> json(update(fallbackReviewers())).request(method, instance.path()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1.0/users/1ed8ac56-4827-4733-8f80-86adc2e67db5",
        "/beta/users/1ed8ac56-4827-4733-8f80-86adc2e67db5",
        "users/1ed8ac56-4827-4733-8f80-86adc2e67db5",
        "/users/1ED8AC56-4827-4733-8F80-86ADC2E67DB5",
        "/users/1ed8ac56-4827-4733-8f80-86adc2e67db5/"
      })
  void areNotRemovedByAnotherSpelling(String spelling) {
    var instance = anInstance().withFallback(ADA).in(rows);
    json(update(fallbackReviewers(spelling, BOB))).put(instance.path()).then().statusCode(200);
    assertThat(fallbackReviewersOf(instance)).containsExactly(spelling, BOB);

    var other = anInstance().withFallback(spelling).in(rows);
    json(update(fallbackReviewers(ADA, BOB))).patch(other.path()).then().statusCode(200);
    assertThat(fallbackReviewersOf(other)).containsExactly(ADA, BOB);
  }

  /** What a client reads can be sent back as it is. */
  @Test
  void areKeptByWhatWasRead() {
    var instance = anInstance().withFallback(ADA, OWNERS).in(rows);
    var read = shown(request().get(instance.path()));
    json(read.toString()).put(instance.path()).then().statusCode(200);
    assertThat(fallbackReviewersOf(instance)).containsExactly("/v1.0" + ADA, "/v1.0" + OWNERS);
    assertThat(shown(request().get(instance.path())).get("fallbackReviewers"))
        .isEqualTo(read.get("fallbackReviewers"));
  }
}
