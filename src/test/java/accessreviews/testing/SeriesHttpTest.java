package accessreviews.testing;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.ASeries;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A test that follows series through their life. */
public abstract class SeriesHttpTest extends HttpTest {
  /** Lets another replica move the clock: this one follows, and finds what is due by itself. */
  protected void clockMovesElsewhereTo(Instant instant) throws InterruptedException {
    rows.execute("update emulator_clock set frozen_at = ?::timestamptz", instant.toString());
    Eventually.becomes(instant.toString(), () -> request().get("/emulator/clock").path("now"));
  }

  /** The id of the series that {@code series} creates. */
  protected static String create(ASeries series) {
    return created(series.body());
  }

  public static String path(String series) {
    return DEFINITIONS + "/" + series;
  }

  protected static String statusOf(String series) {
    return request().get(path(series)).then().statusCode(200).extract().path("status");
  }

  /** The ids of all instances of a series, in the order of their start. */
  protected static List<String> instanceIds(String series) {
    return values(path(series) + "/instances").stream().map(SeriesHttpTest::id).toList();
  }

  /** All instances of a series: {@code 2026-01-05T00:00:00Z..2026-01-08T00:00:00Z InProgress}. */
  protected static List<String> instances(String series) {
    return windows(path(series) + "/instances");
  }

  /** All stages of the {@code index}th instance of a series, like instances. */
  protected static List<String> stages(String series, int index) {
    return windows(path(series) + "/instances/" + instanceIds(series).get(index) + "/stages");
  }

  private static List<String> windows(String collection) {
    return values(collection).stream()
        .map(
            one ->
                one.get("startDateTime") + ".." + one.get("endDateTime") + " " + one.get("status"))
        .toList();
  }

  private static List<Map<String, @Nullable Object>> values(String collection) {
    var answer = request().get(collection + "?$top=999").then().statusCode(200).extract();
    var values = answer.jsonPath().<Map<String, @Nullable Object>>getList("value");
    assertThat(answer.<Integer>path("'@odata.count'")).isEqualTo(values.size());
    return values;
  }

  private static String id(Map<String, @Nullable Object> one) {
    return Objects.requireNonNull(one.get("id")).toString();
  }
}
