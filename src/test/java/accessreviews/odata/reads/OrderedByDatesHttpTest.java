package accessreviews.odata.reads;

import static accessreviews.testing.rows.AStage.aStage;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Lists are ordered by every date that they show, through all pages. */
@QuarkusTest
class OrderedByDatesHttpTest extends LifeHttpTest {
  @Test
  void seriesByTheirLastChange() {
    var first = start(Series.aSeries());
    advance("PT1H");
    var second = start(Series.aSeries());
    advance("PT1H");
    json("{\"displayName\":\"changed\"}").patch(path(first)).then().statusCode(204);

    assertThat(ids(DEFINITIONS, "lastModifiedDateTime")).containsExactly(second, first);
    assertThat(ids(DEFINITIONS, "lastModifiedDateTime%20desc")).containsExactly(first, second);
  }

  @Test
  void instancesByTheirEndAndThoseWithoutOneFirst() {
    var series = start(Series.aWeeklySeries());
    advance("P14D");
    var ids = instanceIds(series);
    rows.execute(
        "update access_review_instance set end_date_time = null where id = ?::uuid", ids.get(1));
    var list = path(series) + "/instances";

    assertThat(ids(list, "endDateTime")).containsExactly(ids.get(1), ids.get(0), ids.get(2));
    assertThat(ids(list, "endDateTime%20desc")).containsExactly(ids.get(2), ids.get(0), ids.get(1));
  }

  @Test
  void stagesByTheirDates() {
    var first = aStage().in(rows);
    rows.execute(
        """
        insert into access_review_stage
        select r.* from access_review_stage s, jsonb_populate_record(s, jsonb_build_object(
          'id', '0a1b2c3d-0000-4000-8000-0000000000ff', 'stage_id', '2',
          'start_date_time', s.start_date_time - interval '1 day',
          'end_date_time', s.end_date_time + interval '1 day')) r""");
    var stages = first.path().substring(0, first.path().lastIndexOf('/'));

    assertThat(ids(stages, "startDateTime")).endsWith(first.id());
    assertThat(ids(stages, "endDateTime")).startsWith(first.id());
    assertThat(ids(stages, "endDateTime%20desc")).endsWith(first.id());
  }

  @Test
  void seriesByTheBeginningOfTheirName() {
    for (var name : List.of("100%_a", "100%_b", "100 c", "10")) {
      start(Series.aSeries().named(name));
    }

    assertThat(names("startswith(displayName,'100%25_')")).containsExactly("100%_a", "100%_b");
    assertThat(names("not%20startswith(displayName,'100')")).containsExactly("10");
    assertThat(names("startswith(displayName,'')")).hasSize(4);
  }

  private static List<String> names(String filter) {
    return request()
        .get(DEFINITIONS + "?$filter=" + filter + "&$orderby=displayName")
        .then()
        .statusCode(200)
        .extract()
        .path("value.displayName");
  }

  private static List<String> ids(String list, String order) {
    var ids = new ArrayList<String>();
    var url = list + "?$top=1&$orderby=" + order;
    while (url != null) {
      var page = request().get(url);
      assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
      ids.addAll(page.jsonPath().getList("value.id"));
      assertThat(ids).as("every page goes on").doesNotHaveDuplicates();
      url = page.path("'@odata.nextLink'");
    }
    return ids;
  }
}
