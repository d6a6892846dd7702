package accessreviews.evidence.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.Bodies;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Threads;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change and its entry are one transaction: there is both, or neither. */
@QuarkusTest
class EntriesAtomicHttpTest extends LifeHttpTest {
  private static final int WRITERS = 8;

  private final Entries entries = new Entries(rows);
  private String series = "";

  @BeforeEach
  void aReview() {
    Organisation.users("ada", "boss", "chief");
    Organisation.group("staff", "ada");
    series =
        start(
            reviewOf("staff", user("boss"))
                .withFallback(user("chief"))
                .with("settings", settings(5, "weekly 1", "2026-01-05..")));
  }

  /** {@code call} is refused, and neither entered nor done. */
  private void leavesNoEntry(int status, Supplier<ValidatableResponse> call) {
    var before = entries.ofLife();
    changesNothing(call).statusCode(status);
    assertThat(entries.ofLife()).isEqualTo(before);
  }

  @Test
  void whatIsRefusedIsNotEntered() {
    var instance = instancePath(series, latest(series));
    leavesNoEntry(400, () -> json("{\"displayName\":null}").patch(path(series)).then());
    leavesNoEntry(412, () -> json("{}").header("If-Match", "\"99\"").patch(path(series)).then());
    leavesNoEntry(
        409, () -> json(Bodies.update("\"fallbackReviewers\":[]")).patch(instance).then());
    leavesNoEntry(412, () -> request().header("If-Match", "\"99\"").delete(path(series)).then());
    leavesNoEntry(409, () -> json("").post(instance + "/applyDecisions").then());
    leavesNoEntry(400, () -> json("{}").post(DEFINITIONS).then());
  }

  @Test
  void whatCannotBeEnteredIsNotDone() {
    var instance = instancePath(series, latest(series));
    rows.execute(
        "alter table evidence_entry add constraint evidence_entry_refused check (false) not valid");
    try {
      leavesNoEntry(500, () -> json("{\"displayName\":\"x\"}").patch(path(series)).then());
      leavesNoEntry(
          500,
          () ->
              json(Bodies.update("\"reviewers\":" + Series.scopes(user("chief"))))
                  .patch(instance)
                  .then());
      leavesNoEntry(500, () -> json("").post(instance + "/stop").then());
      leavesNoEntry(500, () -> json("").post(path(series) + "/stop").then());
      leavesNoEntry(500, () -> request().delete(path(series)).then());
      leavesNoEntry(
          500, () -> json(reviewOf("staff", user("boss")).json()).post(DEFINITIONS).then());
    } finally {
      rows.execute("alter table evidence_entry drop constraint evidence_entry_refused");
    }
    stop(instance);
    request().get(instance).then().body("status", is("Completed"));
  }

  @Test
  void anUpdateThatIsOvertakenAndRunAgainIsEnteredOnce() throws Exception {
    var answers =
        Threads.atOnce(
            WRITERS,
            () -> {
              var body = "{\"descriptionForAdmins\":\"%s\"}".formatted(Thread.currentThread());
              return json(body).patch(path(series)).statusCode();
            });

    var succeeded = answers.stream().filter(status -> status == 204).count();
    assertThat(succeeded).isPositive();
    assertThat(entries.types().stream().filter("definition.updated"::equals))
        .hasSize((int) succeeded);
    var etags =
        entries.ofLife().stream()
            .filter(entry -> entry.path("type").asText().equals("definition.updated"))
            .toList();
    for (var i = 1; i < etags.size(); i++) {
      assertThat(etags.get(i).path("before")).isEqualTo(etags.get(i - 1).path("definition"));
    }
  }
}
