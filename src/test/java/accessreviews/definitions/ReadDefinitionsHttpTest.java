package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.badRequest;
import static accessreviews.testing.GraphRefusal.notFound;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.aWeeklySeries;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** GET definitions, and one of them: page by page each series once, the same under both roots. */
@Endpoint
@QuarkusTest
class ReadDefinitionsHttpTest extends DefinitionHttpTest {
  private static final String BETA = DEFINITIONS.replace("/v1.0", "/beta");

  @Test
  void nothingThereIsAnEmptyPage() {
    var page = shown(request().get(DEFINITIONS));

    assertThat(page.remove("@odata.context").asText())
        .endsWith("/v1.0/$metadata#identityGovernance/accessReviews/definitions");
    assertThat(page).isEqualTo(tree("{\"@odata.count\":0,\"value\":[]}"));
  }

  @Test
  void aListShowsEachSeriesAsItsOwnReadDoesButForTheContext() {
    for (var set : List.of(DEFINITIONS, BETA)) {
      var ids = List.of(created(aSeries()), created(aWeeklySeries()), created(aStagedSeries()));

      var listed = shown(request().get(set)).get("value");

      for (var id : ids) {
        var alone = shown(request().get(set + "/" + id));
        assertThat(alone.remove("@odata.context").asText())
            .endsWith("$metadata#identityGovernance/accessReviews/definitions/$entity");
        assertThat(listed).contains(alone);
      }
    }
  }

  @Test
  void aReadCarriesProtocolMediaTypeAndVersion() {
    var id = created(aSeries());

    var answer = request().get(path(id)).then().statusCode(200).extract();

    assertThat(answer.header("OData-Version")).isEqualTo("4.0");
    assertThat(answer.contentType())
        .isEqualTo(
            "application/json;odata.metadata=minimal;odata.streaming=true;"
                + "IEEE754Compatible=false;charset=utf-8");
    assertThat(answer.header("ETag")).isEqualTo(answer.path("'@odata.etag'"));
  }

  @Test
  void aPageHoldsAHundredUnlessTheCallerSaysOtherwise() {
    var ids = stored(101);

    var first = shown(request().get(DEFINITIONS));

    assertThat(idsIn(first)).isEqualTo(ids.subList(0, 100));
    assertThat(first.get("@odata.count").asInt()).isEqualTo(101);
    var second = shown(request().get(nextLink(first)));
    assertThat(idsIn(second)).isEqualTo(ids.subList(100, 101));
    assertThat(second.has("@odata.nextLink")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "'', 1",
    "?$top=1, 12",
    "?$top=5, 3",
    "?$top=6, 2",
    "?$top=11, 2",
    "?$top=12, 1",
    "?$top=999, 1",
    "?%24top=5, 3",
    "?$top=5&$count=true&$format=json, 3",
    "?$top=5&$skip=0, 3"
  })
  void followingNextLinkToTheEndSeesEachSeriesOnceInTheOrderOfCreation(String options, int pages) {
    var ids = stored(12);
    for (var set : List.of(DEFINITIONS, BETA)) {
      var walked = walk(set + options);

      assertThat(walked).hasSize(pages);
      assertThat(walked.stream().flatMap(page -> idsIn(page).stream())).isEqualTo(ids);
      assertThat(walked).extracting(page -> page.get("@odata.count").asInt()).containsOnly(12);
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 12", "1, 11", "11, 1", "12, 0", "500, 0", "2147482648, 0"})
  void skipLeavesOutTheFirst(int skip, int left) {
    var ids = stored(12);

    var page = shown(request().get(DEFINITIONS + "?$skip=" + skip));

    assertThat(idsIn(page)).isEqualTo(ids.subList(12 - left, 12));
    assertThat(page.get("@odata.count").asInt()).isEqualTo(12);
    assertThat(page.has("@odata.nextLink")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "$top=0, $top, 'Invalid value ''0'' for the query option ''$top'': expected a whole number"
        + " from 1 to 999.'",
    "$top=1000, $top, from 1 to 999",
    "$top=-1, $top, from 1 to 999",
    "$top=x, $top, from 1 to 999",
    "$top=, $top, from 1 to 999",
    "$top=1.0, $top, from 1 to 999",
    "$top=99999999999, $top, from 1 to 999",
    "$skip=-1, $skip, a whole number from 0",
    "$skip=x, $skip, a whole number from 0",
    "$skip=2147483647, $skip, a whole number from 0 to 2147482648",
    "$search=x, $search, The query parameter '$search' is not supported.",
    "$unheardOf=1, $unheardOf, The query parameter '$unheardOf' is not supported."
  })
  void anOptionThatCannotBeIsRefused(String option, String target, String says) {
    created(aSeries());

    refuses(
        badRequest("invalidQueryOption", target, says),
        () -> request().get(DEFINITIONS + "?" + option));
  }

  @Test
  void aSeriesIsFoundByItsIdInAnyCase() {
    var id = created(aSeries());

    assertThat(shown(request().get(path(id.toUpperCase(Locale.ROOT))))).isEqualTo(shown(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "00000000-0000-0000-0000-000000000000",
        "x",
        "1-1-1-1-1",
        "02f3bafb448c487c88c25fd65ce49a41",
        "02f3bafb-448c-487c-88c2-5fd65ce49a4g"
      })
  void anIdOfNothingIsNotFoundByAnyMethod(String id) {
    created(aSeries());

    refuses(notFound(id), () -> request().get(path(id)));
    refuses(notFound(id), () -> request().get(path(id) + "?$top=1"));
    refuses(notFound(id), () -> json(aSeries().json()).put(path(id)));
    refuses(notFound(id), () -> json("{\"displayName\":\"x\"}").patch(path(id)));
    refuses(notFound(id), () -> request().delete(path(id)));
  }

  @Test
  void aMethodThatIsNotServedIsNotAllowed() {
    var id = created(aSeries());
    var expected =
        new GraphRefusal(
            405,
            "Request_BadRequest",
            "methodNotAllowed",
            null,
            "Specified HTTP method is not allowed for the request target.");

    refuses(expected, () -> json(aSeries().json()).post(path(id)));
    refuses(expected, () -> json(aSeries().json()).put(DEFINITIONS));
    refuses(expected, () -> json("{}").patch(DEFINITIONS));
    refuses(expected, () -> request().delete(DEFINITIONS));
  }

  /** The ids of {@code count} new series, all created at the same instant, in their order. */
  private List<String> stored(int count) {
    for (var i = 0; i < count; i++) {
      rows.definition(UUID.randomUUID().toString(), Series.scope("/groups/x/members"), null, "{}");
    }
    return rows.strings("select id::text from access_review_schedule_definition order by id");
  }

  private static List<ObjectNode> walk(String start) {
    var pages = new ArrayList<ObjectNode>();
    for (var next = start; next != null && pages.size() < 50; ) {
      var page = shown(request().get(next));
      pages.add(page);
      next = page.has("@odata.nextLink") ? nextLink(page) : null;
    }
    return pages;
  }

  private static String nextLink(JsonNode page) {
    return page.get("@odata.nextLink").asText();
  }

  private static List<String> idsIn(JsonNode page) {
    return page.get("value").valueStream().map(item -> item.get("id").asText()).toList();
  }
}
