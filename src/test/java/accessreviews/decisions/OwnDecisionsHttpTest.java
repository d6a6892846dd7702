package accessreviews.decisions;

import static accessreviews.testing.rows.AReviewer.aReviewer;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Tokens;
import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code filterByCurrentUser}, and who else reads an item: its reviewers, and no other reviewer.
 */
@Endpoint
@QuarkusTest
class OwnDecisionsHttpTest extends UpdateHttpTest {
  private static final String ANNA = "00000000-0000-4000-8000-0000000000a1";
  private static final String BERT = "00000000-0000-4000-8000-0000000000b1";
  private static final String OWN = "/decisions/filterByCurrentUser(on='reviewer')";

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void findsTheItemsOfTheCallersListAndTheirOwn(String root) {
    var instance = anInstance().in(rows);
    aReviewer(ANNA).on("fallback").in(instance, rows);
    aReviewer(BERT).on("primary").in(instance, rows);
    var primary = anItem().inStage("", "primary", null).in(instance, rows);
    var fallback = anItem().inStage("", "fallback", null).in(instance, rows);
    var annas = anItem().inStage("", "individual", ANNA).in(instance, rows);
    var both = anItem().inStage("", "primary", ANNA).in(instance, rows);
    anItem().inStage("", "nobody", null).in(instance, rows);

    var ofAnna = as(user(ANNA)).get(instance.path(root) + OWN);
    var ofBert = as(user(BERT)).get(instance.path(root) + OWN);

    assertThat(ids(ofAnna)).containsExactlyInAnyOrder(fallback.id(), annas.id(), both.id());
    assertThat(ids(ofBert)).containsExactlyInAnyOrder(primary.id(), both.id());
    assertThat(ofBert.<String>path("'@odata.context'"))
        .endsWith(root + "/$metadata#Collection(accessReviewInstanceDecisionItem)");
    assertThat(ofBert.<Integer>path("'@odata.count'")).isEqualTo(2);
    assertThat(ofBert.jsonPath().getList("value.'@odata.type'"))
        .containsOnly("#microsoft.graph.accessReviewInstanceDecisionItem");
  }

  @Test
  void isFilteredAndReadPageAfterPage() {
    var instance = anInstance().in(rows);
    aReviewer(BERT).on("primary").in(instance, rows);
    for (var decision : List.of("Approve", "Deny", "Approve")) {
      anItem().inStage("", "primary", null).with("decision", decision).in(instance, rows);
    }
    var first =
        as(user(BERT)).get(instance.path() + OWN + "?$top=1&$filter=decision%20eq%20'Approve'");
    var second = as(user(BERT)).get(first.<String>path("'@odata.nextLink'"));

    assertThat(first.<Integer>path("'@odata.count'")).isEqualTo(2);
    assertThat(ids(second)).hasSize(1).doesNotContainAnyElementsOf(ids(first));
    assertThat(shown(second).has("@odata.nextLink")).isFalse();
  }

  @Test
  void ofAnUnknownInstanceAndOfAnotherSeriesThereAreNone() {
    var instance = anInstance().in(rows);
    aReviewer(BERT).on("primary").in(instance, rows);
    anItem().inStage("", "primary", null).in(instance, rows);
    var mixed = new AnInstance.Stored(anInstance().in(rows).definition(), instance.id());

    assertThat(ids(as(user(BERT)).get(mixed.path() + OWN))).isEmpty();
    assertThat(ids(as(user(BERT)).get(instance.path().replace(instance.id(), NOBODYS_ID) + OWN)))
        .isEmpty();
  }

  /** A stage that is over, reviewed by Anna, and one that is open, reviewed by Bert. */
  private record Staged(
      AnInstance.Stored instance,
      AStage.Stored over,
      AStage.Stored open,
      AnItem.Stored left,
      AnItem.Stored moved) {}

  private Staged twoStages(boolean histories) {
    var instance = anInstance().in(rows);
    rows.execute(
        "update access_review_instance set settings = ?::jsonb where id = ?::uuid",
        "{\"decisionHistoriesForReviewersEnabled\":" + histories + "}",
        instance.id());
    var over = aStage().of(instance).inStatus("Completed").in(rows);
    var open = aStage().of(instance).in(rows);
    aReviewer(ANNA).on("primary").inStage("1").in(instance, rows);
    aReviewer(BERT).on("primary").inStage("2").in(instance, rows);
    var left = anItem().inStage("1", "primary", null).with("decision", "Approve");
    var moved =
        anItem()
            .inStage("2", "primary", null)
            .with("recommendation", "Deny")
            .withInStage("recommendation", "Approve");
    var storedLeft = left.in(instance, rows);
    var storedMoved = moved.in(instance, rows);
    left.decidedIn("1", storedLeft, rows);
    moved.withInStage("decision", "Deny").decidedIn("1", storedMoved, rows);
    moved
        .withInStage("decision", "NotReviewed")
        .withInStage("recommendation", "Deny")
        .decidedIn("2", storedMoved, rows);
    return new Staged(instance, over, open, storedLeft, storedMoved);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void ofAStageThatIsOverThereIsWhatTheSettingsShow(boolean histories) {
    var staged = twoStages(histories);

    var annas = as(user(ANNA)).get(staged.instance().path() + OWN);
    var annasInStage = as(user(ANNA)).get(staged.over().path() + OWN);
    var berts = as(user(BERT)).get(staged.instance().path() + OWN);

    assertThat(ids(annas)).isEqualTo(histories ? List.of(staged.left().id()) : List.of());
    assertThat(ids(annasInStage))
        .containsExactlyInAnyOrderElementsOf(
            histories ? List.of(staged.left().id(), staged.moved().id()) : List.of());
    assertThat(ids(berts)).containsExactly(staged.moved().id());
    assertThat(ids(as(user(BERT)).get(staged.open().path() + OWN)))
        .containsExactly(staged.moved().id());
    assertThat(ids(as(user(BERT)).get(staged.over().path() + OWN))).isEmpty();
    assertThat(ids(as(user(ANNA)).get(staged.open().path() + OWN))).isEmpty();
    assertThat(as(user(ANNA)).get(staged.left().path()).statusCode())
        .isEqualTo(histories ? 200 : 403);
    assertThat(as(user(ANNA)).get(staged.moved().path(staged.over())).statusCode())
        .isEqualTo(histories ? 200 : 403);
  }

  @Test
  void aStageShowsWhatWasDecidedInIt() {
    var staged = twoStages(false);

    var inFirst = request().get(staged.over().path() + "/decisions?$filter=decision%20eq%20'Deny'");
    var inSecond = request().get(staged.moved().path(staged.open()));

    assertThat(ids(inFirst)).containsExactly(staged.moved().id());
    assertThat(inFirst.<String>path("value[0].decision")).isEqualTo("Deny");
    assertThat(inFirst.<String>path("value[0].recommendation")).isEqualTo("Approve");
    assertThat(inFirst.<String>path("value[0].principal.displayName")).isEqualTo("Adele Vance");
    assertThat(inFirst.<String>path("'@odata.context'"))
        .endsWith("/stages('%s')/decisions".formatted(staged.over().id()));
    assertThat(inSecond.<String>path("decision")).isEqualTo("NotReviewed");
    assertThat(inSecond.<String>path("recommendation")).isEqualTo("Deny");
    assertThat(inSecond.header("ETag")).isEqualTo("W/\"0\"");
    assertThat(request().get(staged.over().path() + "/decisions/$count").asString()).isEqualTo("2");
    assertThat(request().get(staged.open().path() + "/decisions/$count").asString()).isEqualTo("1");
    assertRefused(
        Refusal.notFound(staged.left().id()),
        () -> request().get(staged.left().path(staged.open())));
    assertRefused(
        Refusal.notFound(NOBODYS_ID),
        () ->
            request()
                .get(staged.open().path().replace(staged.open().id(), NOBODYS_ID) + "/decisions"));
  }

  @ParameterizedTest
  @CsvSource({
    "$orderby=decision",
    "$orderby=applyResult desc",
    "$orderby=recommendation",
    "$top=1"
  })
  void aStageIsReadPageAfterPage(String option) {
    var staged = twoStages(false);
    var url = staged.over().path() + "/decisions?" + option.replace(" ", "%20");

    var first = request().get(url + (option.startsWith("$top") ? "" : "&$top=1"));
    var second = request().get(first.<String>path("'@odata.nextLink'"));

    assertThat(List.of(ids(first).getFirst(), ids(second).getFirst()))
        .containsExactlyInAnyOrder(staged.left().id(), staged.moved().id());
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/decisions/{x}",
        "/decisions/{x}?$expand=insights",
        "/decisions/{x}/insights",
        "/decisions/{x}/insights/$count",
        "/decisions/{x}/insights/00000000-0000-0000-0000-000000000000",
        "/stages/{s}/decisions/{x}",
        "/stages/{s}/decisions/{x}/insights",
        "/decisions/{x}/instance",
        "/decisions/{x}?$expand=instance($expand=definition)"
      })
  void anotherReviewersItemIsRefusedAsOneThatIsNotThere(String path) {
    var staged = twoStages(false);
    var open = path.replace("{s}", staged.open().id());
    rows.execute("update access_review_decision_item set recommendation = 'Deny'");
    var instance = staged.instance().path("/beta");
    var own = instance + open.replace("{x}", staged.moved().id());
    var lost = instance + open.replace("{x}", NOBODYS_ID);

    assertThat(as(user(BERT)).get(own).statusCode()).isEqualTo(200);
    for (var refused : List.of(own, lost)) {
      assertThat(as(user(ANNA)).get(refused).statusCode()).as(refused).isEqualTo(403);
      assertThat(inABatch(ANNA, refused)).isEqualTo(403);
    }
    assertThat(inABatch(BERT, own)).isEqualTo(200);
  }

  @Test
  void aReviewerListsNothingButTheirOwn() {
    var staged = twoStages(true);
    for (var path :
        List.of(
            staged.instance().path() + "/decisions",
            staged.instance().path() + "/decisions/$count",
            staged.instance().path() + "/contactedReviewers",
            staged.instance().path() + "/contactedReviewers/" + BERT,
            staged.open().path() + "/decisions",
            staged.open().path() + "/decisions/$count")) {
      assertThat(as(user(BERT)).get(path).statusCode()).as(path).isEqualTo(403);
      assertThat(inABatch(BERT, path)).as(path).isEqualTo(403);
      assertThat(request().get(path).statusCode()).as(path).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void anExpandedInstanceShowsAReviewerNothingButTheirOwn(boolean histories) {
    var staged = twoStages(histories);
    var expanded = staged.instance().path() + "?$select=id&$expand=decisions($select=id)";
    var listed =
        staged.instance().path().replaceFirst("/instances/.*", "")
            + "?$expand=instances($expand=decisions)";

    assertThat(expandedIds(as(user(BERT)).get(expanded))).containsExactly(staged.moved().id());
    assertThat(expandedIds(as(user(ANNA)).get(expanded)))
        .isEqualTo(histories ? List.of(staged.left().id()) : List.of());
    assertThat(expandedIds(request().get(expanded)))
        .containsExactlyInAnyOrder(staged.left().id(), staged.moved().id());
    assertThat(
            as(user(BERT))
                .get(listed)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("instances[0].decisions.id"))
        .containsExactly(staged.moved().id());
  }

  @Test
  void theRestOfAnExpandedInstanceIsWhereItsReviewerFindsIt() {
    var instance = anInstance().in(rows);
    aReviewer(BERT).on("primary").in(instance, rows);
    for (var i = 0; i < 3; i++) {
      anItem().inStage("", "primary", null).in(instance, rows);
      anItem().inStage("", "fallback", null).in(instance, rows);
    }

    var first = as(user(BERT)).get(instance.path() + "?$expand=decisions($top=2)");
    var next = first.<String>path("'decisions@odata.nextLink'");
    var rest = as(user(BERT)).get(next);

    assertThat(next).contains(OWN);
    assertThat(expandedIds(first)).hasSize(2).doesNotContainAnyElementsOf(ids(rest));
    assertThat(ids(rest)).hasSize(1);
  }

  private static List<String> expandedIds(Response instance) {
    return instance.then().statusCode(200).extract().jsonPath().getList("decisions.id");
  }

  private static int inABatch(String user, String path) {
    return as(user(user))
        .contentType("application/json")
        .body(
            "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"%s\"}]}"
                .formatted(path.replaceFirst("^/(v1\\.0|beta)", "")))
        .post(path.startsWith("/beta") ? "/beta/$batch" : "/v1.0/$batch")
        .path("responses[0].status");
  }

  private static List<String> ids(Response list) {
    return list.then().statusCode(200).extract().jsonPath().getList("value.id");
  }

  private static String user(String id) {
    return Tokens.claims(id, "AccessReview.Read.All");
  }
}
