package accessreviews;

import static accessreviews.testing.Bodies.fallbackReviewers;
import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.Statements;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An update costs one SELECT, one UPDATE and one INSERT into the evidence log, and three statements
 * more where others review from then on; a refusal or a read costs one SELECT.
 */
@InProcessOnly("looks at the statements that it sends")
@QuarkusTest
class StatementsHttpTest extends UpdateHttpTest {
  private static final List<String> READ = List.of("select");
  private static final List<String> WRITTEN = List.of("select", "update", "insert");

  /**
   * The third one writes who reviews from now on. The fourth one reads how many items are on the
   * list. The last one queues mails to those who were not told before; without mail there is none.
   */
  private static final List<String> REROUTED =
      List.of("select", "update", "with", "select", "insert", "with");

  /** One statement more reads the instance of the stage. */
  private static final List<String> REROUTED_STAGE =
      List.of("select", "update", "with", "select", "select", "insert", "with");

  @Inject @PersistenceUnitExtension Statements statements;

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void otherReviewersOfAnInstanceAreSix(String method) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    var body = update(reviewers(BOB), fallbackReviewers(ADA, CLEO));
    assertSent(json(body).request(method, instance.path()), 200, REROUTED);
  }

  @Test
  void otherReviewersOfAStageAreSeven() {
    var stage = aStage().reviewedBy(ADA).withFallback(ADA).in(rows);
    var body = object(reviewers(BOB), fallbackReviewers(ADA, CLEO));
    assertSent(json(body).patch(stage.path()), 200, REROUTED_STAGE);
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void aSeriesIsUpdatedByThree(String method) {
    var series = DEFINITIONS + "/" + anInstance().in(rows).definition();
    var body = "{\"displayName\":\"x\",\"settings\":{\"instanceDurationInDays\":3}}";
    assertSent(json(body).request(method, series), 204, WRITTEN);
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void anInstanceThatStaysAsItIsIsOnlyRead(String method) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    var same = update(reviewers(ADA), fallbackReviewers(ADA));
    assertSent(json(same).request(method, instance.path()), 200, READ);
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void anInstanceIsOnlyReadWhenItsUpdateIsRefused(String method) {
    var instance = anInstance().withFallback(ADA).in(rows);
    var ended = anInstance().inStatus("Completed").in(rows);
    assertSent(json(update(fallbackReviewers(BOB))).request(method, instance.path()), 409, READ);
    assertSent(json(update(reviewers("/me"))).request(method, instance.path()), 400, READ);
    assertSent(json(update(reviewers(BOB))).request(method, ended.path()), 409, READ);
    assertSent(
        json(update(reviewers(BOB))).header("If-Match", "\"8\"").request(method, instance.path()),
        412,
        READ);
    var nowhere = instance.path().replace(instance.id(), NOBODYS_ID);
    assertSent(json(update(reviewers(BOB))).request(method, nowhere), 404, READ);
    var noId = instance.path().replace(instance.id(), "1");
    assertSent(json(update(reviewers(BOB))).request(method, noId), 404, List.of());
  }

  @Test
  void aStageIsOnlyReadWhenItsUpdateIsRefused() {
    var stage = aStage().withFallback(ADA).in(rows);
    var ended = aStage().inStatus("Completed").in(rows);
    assertSent(json(object(fallbackReviewers(BOB))).patch(stage.path()), 409, READ);
    assertSent(json(object(reviewers("/me"))).patch(stage.path()), 400, READ);
    assertSent(json(object(reviewers(BOB))).patch(ended.path()), 409, READ);
  }

  @ParameterizedTest
  @CsvSource({"PUT", "PATCH"})
  void aSeriesIsOnlyReadWhenItsUpdateIsRefused(String method) {
    var series = DEFINITIONS + "/" + anInstance().in(rows).definition();
    assertSent(json("{\"displayName\":null}").request(method, series), 400, READ);
    assertSent(json("{}").header("If-Match", "\"8\"").request(method, series), 412, READ);
  }

  @Test
  void aReadIsOne() {
    var stage = aStage().reviewedBy(ADA).in(rows);
    assertSent(request().get(stage.instance().path()), 200, READ);
    assertSent(request().get(stage.path()), 200, READ);
    assertSent(request().get(DEFINITIONS + "/" + stage.instance().definition()), 200, READ);
  }

  private void assertSent(Response answer, int status, List<String> verbs) {
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
    assertThat(statements.of(answer.header("request-id")))
        .extracting(sql -> sql.substring(0, sql.indexOf(' ')))
        .isEqualTo(verbs);
  }
}
