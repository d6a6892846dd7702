package accessreviews.stages;

import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Stages are read one by one and as the list of their instance, queries as they were sent. */
@Endpoint
@QuarkusTest
class ReadStagesHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void oneIsReadWithItsContextAndItsVersion(String root) {
    var stage = aStage().inStatus("Completed").reviewedBy(ADA).in(rows);
    var answer = request().get(stage.path(root));
    var read = shown(answer);
    assertThat(answer.header("ETag")).isEqualTo("W/\"0\"");
    assertThat(read.remove("@odata.context").asText())
        .endsWith(root + "/$metadata#" + set(stage.instance()) + "/$entity");
    assertThat(read).isEqualTo(item(stage, "Completed"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void allOfAnInstanceAreListedInTheirOrder(String root) {
    var instance = anInstance().in(rows);
    var first = aStage().of(instance).inStatus("Completed").reviewedBy(ADA).in(rows);
    var second = aStage().of(instance).inStatus("InProgress").reviewedBy(ADA).in(rows);
    var third = aStage().of(instance).inStatus("NotStarted").reviewedBy(ADA).in(rows);
    aStage().in(rows);
    var list = shown(request().get(instance.path(root) + "/stages"));
    assertThat(list.remove("@odata.context").asText())
        .endsWith(root + "/$metadata#" + set(instance));
    assertThat(list.remove("@odata.count").asInt()).isEqualTo(3);
    assertThat(list.remove("value"))
        .containsExactly(
            item(first, "Completed"), item(second, "InProgress"), item(third, "NotStarted"));
    assertThat(list).isEmpty();
  }

  @Test
  void anInstanceWithoutStagesHasAnEmptyList() {
    var instance = anInstance().in(rows);
    var list = shown(request().get(instance.path() + "/stages"));
    assertThat(list.get("value")).isEmpty();
    assertThat(list.get("@odata.count").asInt()).isZero();
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    var instance = anInstance().in(rows);
    var first = aStage().of(instance).in(rows);
    var second = aStage().of(instance).in(rows);
    var third = aStage().of(instance).in(rows);
    var page = request().get(instance.path() + "/stages?$top=2");
    assertThat(page.jsonPath().getList("value.id")).containsExactly(first.id(), second.id());
    assertThat(page.jsonPath().getInt("'@odata.count'")).isEqualTo(3);
    var end = request().get(page.jsonPath().getString("'@odata.nextLink'"));
    assertThat(end.jsonPath().getList("value.id")).containsExactly(third.id());
    assertThat(shown(end).has("@odata.nextLink")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "$top=0,    $top,    a whole number from 1 to 999",
    "$skip=-1,  $skip,   a whole number from 0 to",
    "$search=x, $search, The query parameter '$search' is not supported."
  })
  void aListIsRefusedWithAnOptionThatItDoesNotTake(String option, String target, String said) {
    var instance = anInstance().in(rows);
    assertRefused(
        Refusal.bad("invalidQueryOption", target, said),
        () -> request().get(instance.path() + "/stages?" + option));
  }

  @Test
  void aListOfAnInstanceThatIsNotInTheSeriesIsRefused() {
    var instance = anInstance().in(rows);
    var other = anInstance().in(rows);
    var mixed = new AnInstance.Stored(other.definition(), instance.id());
    assertRefused(Refusal.notFound(instance.id()), () -> request().get(mixed.path() + "/stages"));
  }

  private static String set(AnInstance.Stored instance) {
    return "identityGovernance/accessReviews/definitions('%s')/instances('%s')/stages"
        .formatted(instance.definition(), instance.id());
  }

  private static JsonNode item(AStage.Stored stage, String status) {
    return parsed(
        """
        {"@odata.etag":"W/\\"0\\"","id":"%s","startDateTime":"2026-01-04T09:00:00Z",
         "endDateTime":"2026-01-11T09:00:00Z","status":"%s",
         "reviewers":[{"query":"%s","queryType":"MicrosoftGraph"}],"fallbackReviewers":[]}
        """
            .formatted(stage.id(), status, ADA));
  }
}
