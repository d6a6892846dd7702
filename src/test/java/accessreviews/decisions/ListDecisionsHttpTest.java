package accessreviews.decisions;

import static accessreviews.decisions.ReadDecisionsHttpTest.A;
import static accessreviews.decisions.ReadDecisionsHttpTest.B;
import static accessreviews.decisions.ReadDecisionsHttpTest.C;
import static accessreviews.decisions.ReadDecisionsHttpTest.REVIEWER;
import static accessreviews.decisions.ReadDecisionsHttpTest.set;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AnInstance;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of decisions: filtered, ordered, page by page. */
@QuarkusTest
class ListDecisionsHttpTest extends UpdateHttpTest {
  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void allOfAnInstanceAreListedByTheirPrincipals(String root) {
    var instance = anInstance().in(rows);
    for (var principal : List.of(C, A, B)) {
      anItem().principal("user", principal).in(instance, rows);
    }
    anItem().in(anInstance().ofTheSeriesOf(instance).in(rows), rows);

    var list = request().get(instance.path(root) + "/decisions");

    assertThat(list.statusCode()).isEqualTo(200);
    assertThat(list.<String>path("'@odata.context'"))
        .endsWith(root + "/$metadata#" + set(instance));
    assertThat(list.<Integer>path("'@odata.count'")).isEqualTo(3);
    assertThat(list.jsonPath().getList("value.principal.id")).containsExactly(A, B, C);
    assertThat(list.jsonPath().getList("value.'@odata.etag'")).containsOnly("W/\"0\"");
    assertThat(request().get(instance.path(root) + "/decisions/$count").asString()).isEqualTo("3");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          decision eq 'Deny'                                  | A
          decision eq 'approve'                               | B
          decision eq 'Deny' or decision eq 'Approve'         | A B
          applyResult eq 'AppliedSuccessfully'                | A
          recommendation eq 'Deny'                            | B
          principal/id eq 'cccccccc-0000-4000-8000-000000000003' | C
          Principal/ID eq 'CCCCCCCC-0000-4000-8000-000000000003' | C
          resource/id eq '0a1b2c3d-0000-4000-8000-00000000000a'  | A B
          principal/id eq 'nobody'                            |
          not (decision eq 'NotReviewed')                     | A B
          """)
  void aFilterFindsItems(String filter, String found) {
    var instance = threeItems();
    var names = found == null ? "" : found;

    var list = request().get(instance.path() + "/decisions?$filter=" + filter.replace(" ", "%20"));

    assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
    assertThat(initials(list.jsonPath().getList("value.principal.id"))).isEqualTo(names);
    assertThat(
            request()
                .get(instance.path() + "/decisions/$count?$filter=" + filter.replace(" ", "%20"))
                .asString())
        .isEqualTo(String.valueOf(names.replace(" ", "").length()));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "decision,B A C",
    "decision desc,C A B",
    "applyResult,A C B",
    "reviewedDateTime,C A B",
    "reviewedDateTime desc,B A C",
    "appliedDateTime,B C A",
    "appliedDateTime desc,A C B",
    "recommendation desc,C A B"
  })
  void anOrderGoesThroughAllPages(String order, String expected) {
    var instance = threeItems();
    var principals = new ArrayList<String>();
    var url = instance.path() + "/decisions?$top=1&$orderby=" + order.replace(" ", "%20");
    while (url != null) {
      var page = request().get(url);
      assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
      principals.addAll(page.jsonPath().getList("value.principal.id"));
      assertThat(principals).as("every page goes on").doesNotHaveDuplicates();
      url = page.path("'@odata.nextLink'");
    }
    assertThat(initials(principals)).isEqualTo(expected);
  }

  @Test
  void equalItemsFollowOneAnotherByPrincipalOnEveryPage() {
    var instance = anInstance().in(rows);
    for (var principal : List.of(C, A, B)) {
      anItem().principal("user", principal).in(instance, rows);
    }
    var first = request().get(instance.path() + "/decisions?$top=1&$orderby=decision");
    var second = request().get(first.<String>path("'@odata.nextLink'"));
    var third = request().get(second.<String>path("'@odata.nextLink'"));

    assertThat(first.<String>path("value[0].principal.id")).isEqualTo(A);
    assertThat(second.<String>path("value[0].principal.id")).isEqualTo(B);
    assertThat(third.<String>path("value[0].principal.id")).isEqualTo(C);
    assertThat(shown(third).has("@odata.nextLink")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "$filter=decision%20ne%20'Deny', $filter",
    "$filter=justification%20eq%20'x', $filter",
    "$filter=principal/displayName%20eq%20'x', $filter",
    "$orderby=justification, $orderby",
    "$orderby=principal/id, $orderby",
    "$select=principal/id, $select",
    "$filter=target%20eq%20'x', $filter",
    "$filter=resourceId%20eq%20'x', $filter",
    "$select=resourceId, $select",
    "$search=x, $search"
  })
  void whatAListDoesNotTakeIsRefused(String option, String target) {
    var instance = anInstance().in(rows);
    assertRefused(
        Refusal.bad("invalidQueryOption", target, ""),
        () -> request().get(instance.path() + "/decisions?" + option));
  }

  private static String initials(List<String> ids) {
    return String.join(
        " ", ids.stream().map(id -> id.equals(A) ? "A" : id.equals(B) ? "B" : "C").toList());
  }

  /** Of A, denied and applied; of B, approved against the recommendation; of C, nothing. */
  private AnInstance.Stored threeItems() {
    var instance = anInstance().in(rows);
    anItem()
        .principal("user", A)
        .decided("Deny", REVIEWER, NOW)
        .with("apply_result", "AppliedSuccessfully")
        .with("applied_date_time", NOW.toString())
        .in(instance, rows);
    anItem()
        .principal("user", B)
        .decided("Approve", REVIEWER, NOW)
        .with("recommendation", "Deny")
        .with("apply_result", "New")
        .in(instance, rows);
    anItem()
        .principal("user", C)
        .with("apply_result", "ApplyNotSupported")
        .with("resource_id", C)
        .in(instance, rows);
    return instance;
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          (decision eq 'Deny' and resourceId eq '0a1b2c3d-0000-4000-8000-00000000000a') | A
          (decision eq ‘Deny’ and resourceId eq ‘0a1b2c3d-0000-4000-8000-00000000000a’) | A
          decision eq ’Deny’                                                            | A
          resourceId eq 'cccccccc-0000-4000-8000-000000000003'                          | C
          principalId eq 'cccccccc-0000-4000-8000-000000000003'                         | C
          """)
  void betaFindsItemsByIds(String filter, String found) {
    var list =
        request()
            .get(
                threeItems().path("/beta")
                    + "/decisions?$select=resourceId&$expand=instance($select=id)&$filter="
                    + URLEncoder.encode(filter, UTF_8));

    assertThat(list.statusCode()).as(list.asString()).isEqualTo(200);
    assertThat(list.jsonPath().getList("value.resourceId"))
        .containsExactly(found.equals("C") ? C : "0a1b2c3d-0000-4000-8000-00000000000a");
  }

  @Test
  void aTypographicQuotationMarkNeedsItsEnd() {
    var list = anInstance().in(rows).path() + "/decisions";
    assertRefused(
        Refusal.bad(
            "invalidQueryOption", "$filter", "the string that begins at position 13 has no end"),
        () -> request().get(list + "?$filter=" + URLEncoder.encode("decision eq ‘Deny'", UTF_8)));
  }

  @Test
  void v1ShowsTheTargetWhereItIsSelected() {
    var instance = threeItems();
    var documented =
        "?$select=accessReviewId,reviewedDateTime,decision,justification,recommendation,reviewedBy,target";
    var shown = request().get(instance.path() + "/decisions" + documented);

    assertThat(shown.statusCode()).as(shown.asString()).isEqualTo(200);
    assertThat(shown.<String>path("value[0].target.'@odata.type'"))
        .isEqualTo("#microsoft.graph.accessReviewInstanceDecisionItemUserTarget");
    assertThat(shown.jsonPath().getList("value.target.userId")).containsExactly(A, B, C);
    assertThat(request().get(instance.path() + "/decisions").asString())
        .doesNotContain("\"target\"");
    assertThat(request().get(instance.path("/beta") + "/decisions" + documented).asString())
        .contains("\"target\"");
  }

  @Test
  void selectLeavesWhatItNames() {
    var instance = threeItems();
    var list = shown(request().get(instance.path() + "/decisions?$select=decision,principal"));
    var members = new ArrayList<String>();
    list.get("value").get(0).fieldNames().forEachRemaining(members::add);

    assertThat(members).containsExactlyInAnyOrder("@odata.etag", "decision", "principal");
    assertThat(list.get("@odata.context").asText()).endsWith("/decisions(decision,principal)");
  }
}
