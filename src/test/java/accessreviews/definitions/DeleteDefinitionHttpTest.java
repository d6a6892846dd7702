package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.notFound;
import static accessreviews.testing.GraphRefusal.stale;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** DELETE definitions: a series goes with all that belongs to it, whatever state it is in. */
@Endpoint
@QuarkusTest
class DeleteDefinitionHttpTest extends DefinitionHttpTest {
  @Test
  void aSeriesGoesWithItsInstancesAndStagesAndNothingElseGoes() {
    var id = created(aStagedSeries());
    created(aStagedSeries());
    advance("P2D"); // the first stages have ended, the second ones have begun
    var ofTheSeries =
        rows.strings(
            """
            select ?::text
            union select id::text from access_review_instance where definition_id = ?::uuid
            union select s.id::text from access_review_stage s
              join access_review_instance i on i.id = s.instance_id
              where i.definition_id = ?::uuid""",
            id,
            id,
            id);
    var expected = rows.everything();
    expected.removeIf(row -> ofTheSeries.stream().anyMatch(row::contains));

    var answer = request().delete(path(id)).then().statusCode(204).extract();

    assertThat(answer.asString()).isEmpty();
    assertThat(ofTheSeries).hasSize(4);
    assertThat(expected).as("its instance, stages and reviewers too").hasSize(6);
    assertThat(rows.everything()).isEqualTo(expected);
  }

  @Test
  void whatIsDeletedIsNotFoundByAnyCall() {
    var id = created(aSeries());

    request().delete(path(id)).then().statusCode(204);

    refuses(notFound(id), () -> request().get(path(id)));
    refuses(notFound(id), () -> request().get(path(id) + "/instances"));
    refuses(notFound(id), () -> json(aSeries().json()).put(path(id)));
    refuses(notFound(id), () -> json("{}").patch(path(id)));
    refuses(notFound(id), () -> request().delete(path(id)));
    assertThat(shown(request().get(DEFINITIONS)).get("value")).isEmpty();
  }

  @Test
  void aDeletedSeriesStartsNoMore() {
    var id = created(aSeries().with("settings", WEEKLY_FROM_FEBRUARY));

    request().delete(path(id)).then().statusCode(204);
    advance("P60D");

    assertThat(rows.everything()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"NotStarted", "InProgress", "Completed", "Applying", "Applied"})
  void aSeriesGoesInAnyState(String status) {
    var id = created(aStagedSeries());
    rows.execute("update access_review_schedule_definition set status = ?", status);
    rows.execute("update access_review_instance set status = ?", status);

    request().delete(path(id)).then().statusCode(204);

    assertThat(rows.everything()).isEmpty();
  }

  @Test
  void bothServiceRootsDelete() {
    var id = created(aSeries());

    request().delete(path(id).replace("/v1.0", "/beta")).then().statusCode(204);

    assertThat(rows.everything()).isEmpty();
  }

  @Test
  void aSeriesThatHasChangedSinceItWasReadIsNotDeleted() {
    var id = created(aSeries());
    var read = etag(id);
    changes(json("{\"displayName\":\"other\"}").patch(path(id)));

    refuses(stale(etag(id)), () -> request().header("If-Match", read).delete(path(id)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"*", "W/\"3\"", "\"3\"", "W/\"0\", W/\"3\""})
  void aSeriesThatIsAsItWasReadIsDeleted(String ifMatch) {
    var id = created(aSeries());

    request().header("If-Match", ifMatch).delete(path(id)).then().statusCode(204);

    assertThat(rows.everything()).isEmpty();
  }

  private static final String WEEKLY_FROM_FEBRUARY =
      """
      {"recurrence":{"pattern":{"type":"weekly","interval":1},
       "range":{"type":"noEnd","startDate":"2026-02-02"}}}""";
}
