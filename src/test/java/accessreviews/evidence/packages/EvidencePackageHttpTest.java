package accessreviews.evidence.packages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The evidence of reviews, from their creation to the removal of access, as an auditor gets it. */
@Endpoint
@QuarkusTest
class EvidencePackageHttpTest extends LifeHttpTest {
  private static final String NAME = "Staff <script>alert(1)</script> & co";

  @BeforeEach
  void organisation() {
    Organisation.users("boss", "ada", "bob", "cleo", "dora");
    Organisation.user("guest", ",\"userType\":\"Guest\"");
    Organisation.group("staff", "ada", "bob", "cleo", "dora", "guest");
    for (var member : new String[] {"ada", "bob", "cleo"}) {
      Organisation.manager(member, "boss");
    }
  }

  private static String key() {
    return request().get("/evidence/key").then().statusCode(200).extract().asString();
  }

  private void check(String series, String instance) throws GeneralSecurityException {
    var evidence = EvidencePackage.of(instancePath(series, instance));
    new PackageCheck(evidence, series, instance, rows).all(key());
  }

  private void checkByTheVerifier(String series, String instance) throws Exception {
    var evidence = EvidencePackage.of(instancePath(series, instance));
    new PackageCheck(evidence, series, instance, rows).verified(key());
  }

  /** A monthly review, by the members themselves first and then by their managers. */
  private static String staged() {
    return start(
        reviewOf("staff")
            .named(NAME)
            .inStages(stage(1, 2, ""), stage(2, 3, "", "./manager"))
            .with(
                "settings",
                settings(
                    5,
                    "monthly 1",
                    "2026-01-05..",
                    "\"autoApplyDecisionsEnabled\":true",
                    "\"justificationRequiredOnApproval\":false")));
  }

  @Test
  void threeMonthsOfReviewsAreWhatTheDatabaseHasAndProved() throws Exception {
    var series = staged();
    for (var month = 0; month < 3; month++) {
      var instance = latest(series);
      decide(instance, "ada", "Approve");
      decide(instance, "guest", "DontKnow");
      check(series, instance);
      advance("P2D");
      if (month < 2) { // he is denied in the second month
        decide(instance, "bob", month == 1 ? "Deny" : "Approve");
      }
      decide(instance, "ada", "Deny");
      decide(instance, "ada", "Approve");
      check(series, instance);
      advance("P3D");
      assertThat(statusOf(series, instance)).isEqualTo("Applied");
      check(series, instance);
      checkByTheVerifier(series, instance);
      advance(month == 0 ? "P26D" : "P23D"); // to the next 5th
    }
    assertThat(membersNow("staff")).doesNotContain("bob");
  }

  @Test
  void aDeniedGuestIsInTheRemovalsAndTheUnansweredInTheReport() throws Exception {
    var series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", once(3, "\"autoApplyDecisionsEnabled\":true")));
    var instance = latest(series);
    decide(instance, "guest", "Deny");
    decide(instance, "ada", "Approve");
    advance("P3D");

    check(series, instance);
    checkByTheVerifier(series, instance);
    var evidence = EvidencePackage.of(instancePath(series, instance));
    assertThat(evidence.rows("removals.csv"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("PrincipalName", "guest");
              assertThat(row).containsEntry("Result", "AppliedSuccessfully");
              assertThat(row.get("ConfirmedAt")).isNotEmpty();
            });
    assertThat(evidence.text("report.html"))
        .contains("<span class=\"count\">3</span>Items without an answer")
        .contains("<li>bob (bob@contoso.com), staff</li>")
        .contains("<span class=\"count\">0</span>Denied access that is not confirmed gone");
  }

  @Test
  void whatPeopleWroteIsTextInTheReportAndInASpreadsheet() {
    var series = start(reviewOf("staff", user("boss")).named(NAME));
    var instance = latest(series);
    recordAll(series, instance, "=HYPERLINK(\\\"http://evil\\\")");
    var evidence = EvidencePackage.of(instancePath(series, instance));

    assertThat(evidence.text("report.html"))
        .contains("Staff &lt;script&gt;alert(1)&lt;/script&gt; &amp; co")
        .doesNotContain("<script");
    assertThat(evidence.rows("decisions.csv"))
        .allSatisfy(
            row -> assertThat(row.get("Justification")).startsWith("'=HYPERLINK(\"http://evil"));
  }

  private static void recordAll(String series, String instance, String justification) {
    json("{\"decision\":\"Approve\",\"justification\":\"%s\"}".formatted(justification))
        .post(instancePath(series, instance) + "/batchRecordDecisions")
        .then()
        .statusCode(204);
  }

  @Test
  void theSameBytesUntilSomethingHappens() {
    var series = start(reviewOf("staff", user("boss")));
    var path = instancePath(series, latest(series));
    var first = EvidencePackage.of(path);

    assertThat(EvidencePackage.of(path).zip()).isEqualTo(first.zip());
    assertThat(EvidencePackage.of(path.replace("/v1.0/", "/beta/")).zip()).isEqualTo(first.zip());

    decide(latest(series), "ada", "Deny");
    var next = EvidencePackage.of(path);
    assertThat(next.json("manifest.json").path("checkpointSize").asLong())
        .isGreaterThan(first.json("manifest.json").path("checkpointSize").asLong());
    assertThat(next.lines("log.jsonl")).startsWith(first.lines("log.jsonl").toArray(String[]::new));
    assertThat(next.bytes("population.csv")).isEqualTo(first.bytes("population.csv"));
  }

  @Test
  void thatTheLogOnlyGrewIsProvedToWhoAsks() {
    var series = start(reviewOf("staff", user("boss")));
    var path = instancePath(series, latest(series));
    var first = EvidencePackage.of(path).json("manifest.json").path("checkpointSize").asLong();
    decide(latest(series), "ada", "Deny");

    var next = EvidencePackage.of(path, "?since=" + first);
    var proof = next.json("consistency.json");
    assertThat(proof.path("from").asLong()).isEqualTo(first);
    assertThat(proof.path("to")).isEqualTo(next.json("manifest.json").path("checkpointSize"));
    assertThat(proof.path("proof")).isNotEmpty();
    for (var wrong : new String[] {"0", "-1", "x", "999999999", "9999999999999999999"}) {
      request()
          .get(path + "/evidence?since=" + wrong)
          .then()
          .statusCode(400)
          .body("error.innerError.code", is("invalidQueryOption"));
    }
  }

  @Test
  void aReportPointsAtAnswersInBulkAndByTheCreator() {
    var series = start(reviewOf("staff", user("boss")));
    var instance = latest(series);
    recordAll(series, instance, "fine");

    assertThat(EvidencePackage.of(instancePath(series, instance)).text("report.html"))
        .contains("<span class=\"count\">5</span>Answers by the creator of the review")
        .contains("<span class=\"count\">5</span>Answers by somebody whom no rule")
        .contains("<span class=\"count\">0</span>Approvals in one call of many");
  }

  @Test
  void anInstanceThatHasNotStartedHasNoPopulation() {
    var series =
        start(
            reviewOf("staff", user("boss")).with("settings", settings(3, "once", "2026-02-01..")));
    var instances = instanceIds(series);
    for (var instance : instances) {
      var evidence = EvidencePackage.of(instancePath(series, instance));
      assertThat(evidence.rows("population.csv")).isEmpty();
      assertThat(evidence.json("manifest.json").path("final").asBoolean()).isFalse();
    }
  }
}
