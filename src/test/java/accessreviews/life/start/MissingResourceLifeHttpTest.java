package accessreviews.life.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.servers.ErrorLog;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.logging.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A group is deleted while its reviews go on: the administrator sees it, nobody else is harmed. */
@QuarkusTest
class MissingResourceLifeHttpTest extends LifeHttpTest {
  private static final String GONE =
      "The directory has no group %s, so there was nothing to review."
          .formatted(Organisation.id("red"));

  @BeforeEach
  void groups() {
    Organisation.users("ada", "bob", "boss");
    Organisation.group("red", "ada");
    Organisation.group("blue", "bob");
  }

  private static double failed() {
    return request()
        .get("/q/metrics")
        .asString()
        .lines()
        .filter(line -> line.startsWith("access_reviews_instances_failed_total{"))
        .filter(line -> line.contains("reason=\"resourceNotFound\""))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
        .sum();
  }

  private static String beta(String path) {
    return path.replace("/v1.0/", "/beta/");
  }

  @DisabledOnIntegrationTest("looks into the process")
  @Test
  void theInstanceOfADeletedGroupSaysSoAndTheOthersGoOn() {
    var series =
        create(
            ASeries.ofResources(
                    "/groups/" + Organisation.id("red"), "/groups/" + Organisation.id("blue"))
                .recurring("weekly 1", "2026-01-05..")
                .lasting(5));
    var before = failed();
    Organisation.deleteGroup("red");

    try (var log = new ErrorLog(Level.WARNING)) {
      advance("P7D");
      assertThat(log.messages())
          .containsExactly(
              "Instance %s of series %s ended before it began: its group is not in the directory null"
                  .formatted(latestOf(series, "red"), series));
    }

    assertThat(failed()).isEqualTo(before + 1);
    assertThat(statusOf(series, latestOf(series, "blue"))).isEqualTo("InProgress");
    assertThat(principals(latestOf(series, "blue"))).containsExactly("bob");
    assertThat(statusOf(series)).isEqualTo("InProgress");
    var red = instancePath(series, latestOf(series, "red"));
    request()
        .get(beta(red))
        .then()
        .statusCode(200)
        .body("status", is("Completed"))
        .body("errors", hasSize(1))
        .body("errors[0].code", is("resourceNotFound"))
        .body("errors[0].message", is(GONE));
    request().get(red).then().body("$", not(hasKey("errors")));
    request()
        .get(beta(instancePath(series, latestOf(series, "blue"))))
        .then()
        .body("errors", empty());
    assertThat(principals(latestOf(series, "red"))).isEmpty();

    advance("P5D");
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @Test
  void anInstanceThatRunsWhenItsGroupIsDeletedEndsAsPlanned() {
    var series =
        start(
            reviewOf("red", user("boss"))
                .with(
                    "settings",
                    settings(
                        5, "weekly 1", "2026-01-05 x2", "\"autoApplyDecisionsEnabled\":true")));
    var first = latest(series);
    decide(first, "ada", "Deny");
    Organisation.deleteGroup("red");

    advance("P5D");
    assertThat(statusOf(series, first)).isEqualTo("Applied");
    assertThat(applied(first)).containsExactly("ada AppliedSuccessfullyButObjectNotFound");

    advance("P2D");
    request()
        .get(beta(instancePath(series, latest(series))))
        .then()
        .body("status", is("Completed"))
        .body("errors[0].message", is(GONE));
    assertThat(statusOf(series)).isEqualTo("Completed");
  }

  @Test
  void otherSeriesAreNotHeldUp() {
    var first =
        start(
            reviewOf("red", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-06..")));
    var second =
        start(
            reviewOf("blue", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-06..")));
    Organisation.deleteGroup("red");

    advance("P9D");

    assertThat(instances(first))
        .containsExactly(
            "2026-01-06T00:00:00Z..2026-01-11T00:00:00Z Completed",
            "2026-01-13T00:00:00Z..2026-01-18T00:00:00Z Completed");
    assertThat(instances(second))
        .containsExactly(
            "2026-01-06T00:00:00Z..2026-01-11T00:00:00Z Completed",
            "2026-01-13T00:00:00Z..2026-01-18T00:00:00Z InProgress");
    assertThat(failed()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void aMissingGroupThatHasStagesHasNoStageAndNothingIsOpen() {
    var series =
        start(
            reviewOf("red")
                .without("reviewers")
                .with("stageSettings", "[" + stage(1, 2, "", user("boss")) + "]")
                .with("settings", settings(0, "weekly 1", "2026-01-06 x1")));
    Organisation.deleteGroup("red");

    advance("P2D");

    assertThat(statusOf(series, latest(series))).isEqualTo("Completed");
    assertThat(stageIds(series, latest(series))).isEmpty();
    assertThat(contacted(latest(series))).isEmpty();
  }
}
