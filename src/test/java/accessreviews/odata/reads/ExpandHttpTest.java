package accessreviews.odata.reads;

import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Statements;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is expanded with a resource or a list, and what that costs. */
@QuarkusTest
class ExpandHttpTest extends StoredStageHttpTest {
  private static final String SET = "/$metadata#identityGovernance/accessReviews/definitions";

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void instancesAndTheirStagesAreExpanded(String root) {
    stored();
    var second = aStage().of(instance).in(rows);
    var other = anInstance().in(rows);
    var path = definition(root);

    var one = shown(request().get(path + "?$expand=Instances($expand=stages)"));

    assertThat(one.get("@odata.context").asText())
        .endsWith(root + SET + "(instances(stages()))/$entity");
    assertThat(one.get("instances@odata.context").asText())
        .endsWith(root + SET + "('%s')/instances(stages())".formatted(instance.definition()));
    var expanded = (ObjectNode) one.at("/instances/0");
    var stages = expanded.remove("stages");
    assertThat(stages)
        .extracting(node -> node.get("id").asText())
        .containsExactly(stage.id(), second.id());
    assertThat(expanded.remove("stages@odata.context").asText())
        .endsWith(
            root
                + SET
                + "('%s')/instances('%s')/stages".formatted(instance.definition(), instance.id()));
    var alone = shown(request().get(instance.path(root)));
    alone.remove("@odata.context");
    assertThat(one.get("instances")).containsExactly(alone);
    one.remove(List.of("@odata.context", "instances", "instances@odata.context"));
    var unexpanded = shown(request().get(path));
    unexpanded.remove("@odata.context");
    assertThat(one).isEqualTo(unexpanded);

    var list =
        shown(
            request()
                .get(
                    parent(path)
                        + "?$expand=instances($expand=stages($select=id);$select=status)&$select=id"));
    assertThat(list.get("@odata.context").asText())
        .endsWith(root + SET + "(id,instances(status,stages(id)))");
    assertThat(byId(list, instance.definition()).at("/instances/0").fieldNames())
        .toIterable()
        .containsExactly("@odata.etag", "status", "stages@odata.context", "stages");
    assertThat(byId(list, other.definition()).at("/instances/0/stages")).isEmpty();
    assertThat(byId(list, other.definition()).get("instances")).hasSize(1);
  }

  @Test
  void expandedCollectionsAreFilteredOrderedCountedAndCut() {
    stored();
    for (var i = 0; i < 4; i++) {
      anInstance()
          .ofTheSeriesOf(instance)
          .inStatus("Applied")
          .from(NOW.plus(Duration.ofDays(i)))
          .in(rows);
    }
    var options =
        "($filter=status%20eq%20'Applied';$orderby=startDateTime%20desc;$top=3;$count=true;$select=startDateTime)";

    var one = shown(request().get(definition("/v1.0") + "?$expand=instances" + options));

    assertThat(one.get("instances"))
        .extracting(node -> node.get("startDateTime").asText())
        .containsExactly("2026-01-08T09:00:00Z", "2026-01-07T09:00:00Z", "2026-01-06T09:00:00Z");
    assertThat(one.get("instances@odata.count").asInt()).isEqualTo(4);
    var rest = shown(request().get(one.get("instances@odata.nextLink").asText()));
    assertThat(rest.get("value")).hasSize(1);
    assertThat(rest.at("/value/0/startDateTime").asText()).isEqualTo("2026-01-05T09:00:00Z");
    assertThat(rest.get("@odata.count").asInt()).isEqualTo(4);
    assertThat(rest.has("@odata.nextLink")).isFalse();
  }

  @Test
  void aHundredAreExpandedAndALinkLeadsToTheOthers() {
    stored();
    for (var i = 0; i < 100; i++) {
      anInstance().ofTheSeriesOf(instance).from(NOW.plus(Duration.ofDays(i))).in(rows);
    }
    var one = shown(request().get(definition("/v1.0") + "?$expand=instances"));

    assertThat(one.get("instances")).hasSize(100);
    var rest = shown(request().get(one.get("instances@odata.nextLink").asText()));
    assertThat(rest.get("value")).hasSize(1);
    assertThat(rest.at("/value/0/startDateTime").asText()).isEqualTo("2026-04-14T09:00:00Z");
  }

  @Test
  void betaExpandsTheDefinitionOfAnInstance() {
    stored();
    var path = instance.path("/beta");
    var definition = shown(request().get(definition("/beta")));
    definition.remove("@odata.context");

    var one = shown(request().get(path + "?$expand=definition"));

    assertThat(one.get("@odata.context").asText()).endsWith("/instances(definition())/$entity");
    assertThat(one.get("definition")).isEqualTo(definition);
    assertThat(one.has("definition@odata.context")).isFalse();
    assertRefused(
        Refusal.bad(
            "invalidQueryOption", "$expand", "Expand is not allowed for property 'instances'"),
        () -> request().get(path + "?$expand=definition($select=id;$expand=instances)"));
    assertRefused(
        Refusal.bad(
            "invalidQueryOption", "$expand", "The property 'definition' is a single resource"),
        () -> request().get(path + "?$expand=definition($top=1)"));
    assertRefused(
        Refusal.bad("invalidQueryOption", "$expand", "it expands deeper than 3 levels"),
        () ->
            request()
                .get(
                    path
                        + "?$expand=definition($expand=instances($expand=definition($expand=instances)))"));
  }

  @DisabledOnIntegrationTest("looks into the process")
  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "?$select=id, 1",
    "?$expand=instances, 2",
    "?$expand=instances($expand=stages), 3",
    "?$expand=instances($count=true;$expand=stages), 4",
    "?$top=2, 2",
    "?$top=2&$expand=instances($expand=stages), 4"
  })
  void aListCostsTheSameHoweverManyItShows(String options, int cost) {
    for (var i = 0; i < 7; i++) {
      stored();
      aStage().of(instance).in(rows);
      anInstance().ofTheSeriesOf(instance).in(rows);
    }

    var answer = request().get(DEFINITIONS + options);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Statements.ofTheService().of(answer.header("request-id"))).hasSize(cost);
  }

  private static JsonNode byId(JsonNode list, String id) {
    return list.get("value")
        .valueStream()
        .filter(one -> one.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
