package accessreviews.odata.batch;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The answers of a batch are kept until the last is there: not more of them than there is room. */
@InProcessOnly("writes many rows")
@QuarkusTest
class BatchRoomHttpTest extends HttpTest {
  private static final int ROOM = 32 * 1024 * 1024;

  @Test
  void whatDoesNotFitIsRefusedByItself() {
    manyLongDefinitions();
    var requests =
        IntStream.range(0, 20)
            .mapToObj(i -> BatchHttpTest.get("" + i, BatchHttpTest.SET + "?$top=999"))
            .collect(joining(",", "{\"requests\":[", "]}"));

    var answer = json(requests).post("/v1.0/$batch").then().statusCode(200).extract().asString();

    var statuses =
        Pattern.compile("\"status\":(\\d+)")
            .matcher(answer)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(statuses).hasSize(20).contains("200", "413").containsOnly("200", "413");
    assertThat(answer.length()).isLessThan(ROOM + 100_000);
  }

  private void manyLongDefinitions() {
    anInstance().in(rows);
    rows.insert(
        "access_review_schedule_definition",
        """
        select (jsonb_populate_record(d, jsonb_build_object('id', gen_random_uuid(),
          'description_for_admins', repeat('x', 2000)))).*
        from access_review_schedule_definition d, generate_series(1, 998)""");
  }
}
