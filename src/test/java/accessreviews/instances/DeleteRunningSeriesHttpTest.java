package accessreviews.instances;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A series may be deleted at any time; what belongs to it goes with it. */
@QuarkusTest
class DeleteRunningSeriesHttpTest extends SeriesHttpTest {
  private static final ASeries WEEKLY =
      ASeries.ofOneGroup().recurring("weekly 1", "2026-01-05..").inStages(2, 3);

  @Test
  void nothingIsLeftOfARunningSeriesAndNothingOfItHappensAnyMore() {
    var series = create(WEEKLY);
    advance("P8D");
    var instance = path(series) + "/instances/" + instanceIds(series).getLast();

    request().delete(path(series)).then().statusCode(204);

    assertThat(rows.everything()).isEmpty();
    for (var path : new String[] {path(series), instance, instance + "/stages"}) {
      request().get(path).then().statusCode(404).body("error.code", is("ResourceNotFound"));
    }
    advance("P30D");
    assertThat(rows.everything()).isEmpty();
  }

  @Test
  void otherSeriesGoOn() {
    var deleted = create(WEEKLY);
    var other = create(WEEKLY);

    request().delete(path(deleted)).then().statusCode(204);
    advance("P7D");

    assertThat(instances(other))
        .containsExactly(
            "2026-01-05T00:00:00Z..2026-01-10T00:00:00Z Completed",
            "2026-01-12T00:00:00Z..2026-01-17T00:00:00Z InProgress");
  }
}
