package accessreviews.odata.reads;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.Statements;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One answer has a bounded number of expanded rows; links lead to all the others. */
@QuarkusTest
class ExpandedRowsHttpTest extends UpdateHttpTest {
  private static final int MOST = 1_000;

  @Test
  void aThousandRowsAreExpandedAndLinksLeadToTheOthers() {
    var instances = series(30);
    for (var instance : instances) {
      for (var i = 0; i < (instance.equals(instances.getFirst()) ? 3 : 50); i++) {
        anItem().in(instance, rows);
      }
    }

    var one =
        shown(
            request()
                .get(
                    DEFINITIONS
                        + "/"
                        + instances.getFirst().definition()
                        + "?$expand=instances($expand=decisions($select=id))"));

    assertThat(one.get("instances")).hasSize(30);
    var expanded = 0;
    var found = new HashSet<String>();
    for (var instance : one.get("instances")) {
      expanded += instance.get("decisions").size();
      var all = ids(instance.get("decisions"));
      for (var next = instance.get("decisions@odata.nextLink"); next != null; ) {
        var page = shown(request().get(next.asText()));
        all.addAll(ids(page.get("value")));
        next = page.get("@odata.nextLink");
      }
      var few = instance.get("id").asText().equals(instances.getFirst().id());
      assertThat(instance.has("decisions@odata.nextLink")).isEqualTo(!few);
      assertThat(all).hasSize(few ? 3 : 50);
      found.addAll(all);
    }
    assertThat(expanded).isEqualTo(MOST - 30);
    assertThat(found).as("none twice").hasSize(3 + 29 * 50);
  }

  @Test
  void aCollectionWithoutRoomHasALinkToItsFirstPage() {
    for (var i = 0; i < 11; i++) {
      for (var instance : series(100)) {
        anItem().in(instance, rows);
      }
    }

    var list =
        shown(request().get(DEFINITIONS + "?$expand=instances($select=id;$expand=decisions)"));

    var expanded = 0;
    for (var definition : list.get("value")) {
      var all = ids(definition.get("instances"));
      expanded += all.size();
      for (var instance : definition.get("instances")) {
        assertThat(instance.get("decisions")).isEmpty();
      }
      var next = definition.get("instances@odata.nextLink").asText();
      all.addAll(ids(shown(request().get(next + "&$top=999")).get("value")));
      assertThat(new HashSet<>(all)).hasSize(100);
    }
    assertThat(expanded).isEqualTo(MOST);
    var first = list.at("/value/0/instances/0/decisions@odata.nextLink").asText();
    assertThat(shown(request().get(first)).get("value")).hasSize(1);
  }

  @DisabledOnIntegrationTest("looks into the process")
  @Test
  void theInstancesOfInsightsAreNotReadOneByOne() {
    for (var i = 0; i < 12; i++) {
      anItem().with("outlier", "true").in(anInstance().in(rows), rows);
    }
    var answer =
        request().get("/beta/identityGovernance/accessReviews/decisions?$expand=insights,instance");

    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    assertThat(Statements.ofTheService().of(answer.header("request-id"))).hasSizeLessThan(8);
  }

  private List<AnInstance.Stored> series(int instances) {
    var all = new ArrayList<AnInstance.Stored>();
    for (var i = 0; i < instances; i++) {
      var instance = anInstance().from(NOW.plus(Duration.ofDays(i)));
      all.add((i == 0 ? instance : instance.ofTheSeriesOf(all.getFirst())).in(rows));
    }
    return all;
  }

  private static List<String> ids(JsonNode list) {
    return new ArrayList<>(list.valueStream().map(one -> one.get("id").asText()).toList());
  }
}
