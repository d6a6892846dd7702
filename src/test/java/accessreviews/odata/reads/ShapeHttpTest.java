package accessreviews.odata.reads;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code $select} leaves of a resource, and what {@code $expand} adds to it. */
@QuarkusTest
class ShapeHttpTest extends StoredStageHttpTest {
  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void onlyWhatIsSelectedIsShownAndAnnotations(String root) {
    stored();
    for (var path : List.of(definition(root), instance.path(root), stage.path(root))) {
      var whole = shown(request().get(path));
      var answer = request().get(path + "?$select=ID,Status");
      var one = shown(answer);
      assertThat(one.fieldNames())
          .toIterable()
          .containsExactly("@odata.context", "@odata.etag", "id", "status");
      assertThat(one.get("id")).isEqualTo(whole.get("id"));
      assertThat(one.get("@odata.etag").asText()).isEqualTo(answer.header("ETag"));
      assertThat(one.get("@odata.context").asText())
          .isEqualTo(
              whole.get("@odata.context").asText().replace("/$entity", "(id,status)/$entity"));

      var list = shown(request().get(parent(path) + "?$select=ID,Status"));
      assertThat(list.get("@odata.context").asText())
          .isEqualTo(whole.get("@odata.context").asText().replace("/$entity", "(id,status)"));
      one.remove("@odata.context");
      assertThat(list.get("value")).containsExactly(one);
    }
  }

  @Test
  void aStarSelectsEverything() {
    stored();
    var path = definition("/v1.0");

    assertThat(shown(request().get(path + "?$select=*")).get("displayName"))
        .isEqualTo(shown(request().get(path)).get("displayName"));
  }

  @Test
  void aSelectedScopeKeepsItsType() {
    stored();

    assertThat(
            shown(request().get(instance.path() + "?$select=scope"))
                .at("/scope/@odata.type")
                .asText())
        .isEqualTo("#microsoft.graph.accessReviewQueryScope");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $select=x                 | $select | Could not find a property named 'x' on type 'microsoft.graph.accessReviewScheduleDefinition'.
          $select=id,scope/query    | $select | Could not find a property named 'scope/query' on type
          $select=backupReviewers   | $select | Could not find a property named 'backupReviewers' on type
          $select=id,               | $select | expected the name of a property at position 4, found the end
          $select=id status         | $select | expected the end at position 4, found 'status'
          $expand=Photo             | $expand | Expand is not allowed for property 'Photo' according to the entity schema.
          $expand=scope             | $expand | Expand is not allowed for property 'scope' according to the entity schema.
          $expand=instances($expand=definition) | $expand | Expand is not allowed for property 'definition' according to the entity schema.
          $expand=instances($select=x) | $expand | Could not find a property named 'x' on type 'microsoft.graph.accessReviewInstance'.
          $expand=instances($filter=x eq 'a') | $expand | Could not find a property named 'x' on type 'microsoft.graph.accessReviewInstance'.
          $expand=instances($orderby=scope) | $expand | The property 'scope' cannot be ordered by on type 'microsoft.graph.accessReviewInstance'; these can: startDateTime, endDateTime, status.
          $expand=instances($top=101) | $expand | Invalid value '101' for the query option '$top': expected a whole number from 1 to 100.
          $expand=instances($top=0)   | $expand | Invalid value '0' for the query option '$top'
          $expand=instances($skip=1)  | $expand | The query parameter '$skip' is not supported.
          $expand=instances($search=1) | $expand | The query parameter '$search' is not supported.
          $expand=instances(          | $expand | expected a query option at position 11, found the end
          $expand=instances($select=id;$select=id) | $expand | the query option '$select' is given twice
          $expand=instances($count=1) | $expand | expected true or false at position 18, found '1'
          $expand=instances,Instances | $expand | it names 'Instances' twice
          $expand=                    | $expand | expected the name of a property at position 1, found the end
          $expand=*                   | $expand | expected the name of a property at position 1, found '*'
          """)
  void whatIsNotThereIsRefused(String option, String target, String says) {
    stored();
    for (var path : List.of(definition("/v1.0"), DEFINITIONS)) {
      assertRefused(
          Refusal.bad("invalidQueryOption", target, says),
          () -> request().get(path + "?" + option.replace(" ", "%20")));
    }
  }

  @Test
  void nothingIsThereBeforeItsOptionsAreLookedAt() {
    stored();
    var nowhere = DEFINITIONS + "/" + NOBODYS_ID;
    for (var path : List.of(nowhere, nowhere + "/instances", nowhere + "/instances/$count")) {
      assertRefused(
          Refusal.notFound(NOBODYS_ID), () -> request().get(path + "?$expand=x&$search=y"));
    }
  }

  @Test
  void betaReadsOptionsWithoutTheirDollarWhileVersionOneIgnoresThem() {
    stored();
    var beta = definition("/beta");

    assertThat(shown(request().get(beta + "?select=id")).fieldNames())
        .toIterable()
        .containsExactly("@odata.context", "@odata.etag", "id");
    assertThat(shown(request().get(beta + "?select=id&x=y")).has("status")).isFalse();
    assertThat(shown(request().get(definition("/v1.0") + "?select=id")).has("status")).isTrue();
    assertRefused(
        Refusal.bad(
            "invalidQueryOption", "search", "The query parameter 'search' is not supported."),
        () -> request().get(beta + "?search=x"));
    assertRefused(
        Refusal.bad(
            "invalidQueryOption", "$select", "The query option '$select' is given more than once."),
        () -> request().get(beta + "?select=id&$select=id"));
    assertThat(shown(request().get(beta + "?$select=backupReviewers")).has("backupReviewers"))
        .isTrue();
  }
}
