package accessreviews.odata.reads;

import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.Series;
import accessreviews.testing.rows.Statements;
import io.quarkus.test.junit.DisabledOnIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages follow one another to the end, whatever happens to the rows meanwhile. */
@QuarkusTest
class PagingHttpTest extends UpdateHttpTest {
  private static final String BETA = DEFINITIONS.replace("v1.0", "beta");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "&$orderby=displayName",
        "&$orderby=displayName%20asc",
        "&$orderby=DisplayName%20desc",
        "&$orderby=status",
        "&$orderby=status%20desc",
        "&$orderby=createdDateTime",
        "&$orderby=createdDateTime%20desc"
      })
  void everyOrderIsWalkedToItsEndWithoutARepetition(String order) {
    for (var i = 0; i < 13; i++) {
      series("name " + i % 3, i % 2 == 0 ? "InProgress" : "Completed", i % 5);
    }
    var column =
        order.isEmpty() || order.contains("created")
            ? "created_date_time"
            : order.toLowerCase(java.util.Locale.ROOT).contains("name") ? "display_name" : "status";
    var direction = order.endsWith("desc") ? " desc" : "";
    var expected =
        rows.strings(
            "select id::text from access_review_schedule_definition order by %s%s, id%s"
                .formatted(column, direction, direction));

    for (var root : List.of(DEFINITIONS, BETA)) {
      assertThat(walked(root + "?$top=3" + order)).isEqualTo(expected);
      assertThat(walked(root + "?$top=1&$select=id" + order)).isEqualTo(expected);
    }
  }

  @Test
  void aNameLongerThanAnIndexHoldsIsStoredFoundAndPaged() {
    var name = "ä".repeat(3999);
    series(name + "1", "InProgress", 0);
    series(name + "2", "InProgress", 0);
    created(Series.aSeries().named(name + "3").json());

    assertThat(walked(DEFINITIONS + "?$top=1&$orderby=displayName"))
        .hasSize(3)
        .doesNotHaveDuplicates();
    rows.execute(
        "update access_review_schedule_definition set display_name = left(display_name, 300) || right(display_name, 1)");
    var found =
        request().get(DEFINITIONS + "?$filter=displayName%20eq%20'" + "%C3%A4".repeat(300) + "2'");
    assertThat(found.jsonPath().getList("value.id")).hasSize(1);
  }

  @Test
  void instancesAndStagesAreWalkedInTheirOrders() {
    var first = anInstance().in(rows);
    for (var i = 1; i < 7; i++) {
      anInstance()
          .ofTheSeriesOf(first)
          .inStatus(i % 2 == 0 ? "InProgress" : "Applied")
          .from(NOW.plus(Duration.ofDays(i % 3)))
          .in(rows);
    }
    var list = parent(first.path());
    for (var column : List.of("startDateTime", "status")) {
      for (var direction : List.of("", " desc")) {
        var expected =
            rows.strings(
                "select id::text from access_review_instance order by %s%s, id%s"
                    .formatted(
                        column.equals("status") ? "status" : "start_date_time",
                        direction,
                        direction));
        var order = "&$orderby=" + column + direction.replace(" ", "%20");
        assertThat(walked(list + "?$top=2" + order)).isEqualTo(expected);
      }
    }
    var stage = aStage().of(first).inStatus("Completed").in(rows);
    aStage().of(first).inStatus("InProgress").in(rows);
    aStage().of(first).inStatus("Applied").in(rows);
    var stages = parent(stage.path());
    assertThat(walked(stages + "?$top=1"))
        .isEqualTo(rows.strings("select id::text from access_review_stage order by stage_id"));
    assertThat(walked(stages + "?$top=1&$orderby=status%20desc"))
        .isEqualTo(rows.strings("select id::text from access_review_stage order by status desc"));
  }

  @Test
  void rowsThatComeAndGoMeanwhileNeitherRepeatNorHideOthers() {
    var ids = new ArrayList<String>();
    for (var i = 0; i < 10; i++) {
      ids.add(series("n", "InProgress", i));
    }
    var first = page(DEFINITIONS + "?$top=4");
    assertThat(first.getList("value.id")).isEqualTo(ids.subList(0, 4));

    series("before", "InProgress", -5);
    rows.execute(
        "delete from access_review_schedule_definition where id in (?::uuid, ?::uuid)",
        ids.get(1),
        ids.get(3));
    var late = series("after", "InProgress", 50);

    var rest = walked(first.getString("'@odata.nextLink'"));
    assertThat(rest.subList(0, 6)).isEqualTo(ids.subList(4, 10));
    assertThat(rest).hasSize(7).endsWith(late);
  }

  @DisabledOnIntegrationTest("looks into the process")
  @Test
  void theCountOfTheFirstPageIsThatOfAllAndIsNotCountedAgain() {
    for (var i = 0; i < 5; i++) {
      series("n", "InProgress", i);
    }
    var first = page(DEFINITIONS + "?$top=2");
    series("n", "InProgress", 9);

    var second = request().get(first.getString("'@odata.nextLink'"));

    assertThat(first.getInt("'@odata.count'")).isEqualTo(5);
    assertThat(second.jsonPath().getInt("'@odata.count'")).isEqualTo(5);
    assertThat(Statements.ofTheService().of(second.header("request-id"))).hasSize(1);
  }

  @Test
  void theNextLinkRepeatsWhatWasAskedButNotWhatWasSkipped() {
    for (var i = 0; i < 5; i++) {
      series("a&b=c+d", "InProgress", i);
    }
    var asked =
        "?$top=2&$skip=1&$select=id&%24filter=displayName+eq+'a%26b%3Dc%2Bd'&$ORDERBY=displayName";
    var link = page(DEFINITIONS + asked).getString("'@odata.nextLink'");

    assertThat(link)
        .startsWith("http://")
        .contains("$top=2", "$select=id", "$filter=displayName%20eq%20'a%26b=c%2Bd'")
        .contains("$orderby=displayName", "$skiptoken=")
        .doesNotContain("$skip=");
    assertThat(walked(DEFINITIONS + asked)).hasSize(4).doesNotHaveDuplicates();
  }

  @Test
  void aTokenOfAnotherListIsRefused() {
    for (var i = 0; i < 3; i++) {
      series("n", "InProgress", i);
    }
    var stored = anInstance().in(rows);
    anInstance().ofTheSeriesOf(stored).in(rows);
    var token = token(page(DEFINITIONS + "?$top=1"));

    assertThat(request().get(DEFINITIONS + "?$skiptoken=" + token).statusCode()).isEqualTo(200);
    for (var elsewhere :
        List.of(
            DEFINITIONS + "?$orderby=displayName&",
            DEFINITIONS + "?$orderby=createdDateTime%20desc&",
            DEFINITIONS + "?$filter=status%20eq%20'InProgress'&",
            parent(stored.path()) + "?",
            parent(anInstance().in(rows).path()) + "?")) {
      refused(elsewhere + "$skiptoken=" + token);
    }
    refused(
        parent(anInstance().in(rows).path())
            + "?$skiptoken="
            + token(page(parent(stored.path()) + "?$top=1")));
  }

  @Test
  void aTokenThatWasTamperedWithIsRefused() {
    series("n", "InProgress", 1);
    series("n", "InProgress", 2);
    var token = token(page(DEFINITIONS + "?$top=1"));
    var text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);

    for (var broken :
        List.of(
            "",
            "x",
            "*",
            "====",
            "AAAA",
            token.substring(1),
            token.substring(0, token.length() - 2),
            coded(text.replace("2026", "2027")),
            coded(text.replaceFirst("\n\\d+\n", "\n99\n")),
            coded("\n\n\n"),
            coded("a\nb\nc\nd"))) {
      refused(DEFINITIONS + "?$skiptoken=" + broken);
    }
  }

  private void refused(String url) {
    assertRefused(
        Refusal.bad(
            "invalidQueryOption",
            "$skiptoken",
            "expected one from the @odata.nextLink of this collection"),
        () -> request().get(url));
  }

  private static String coded(String text) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String token(JsonPath page) {
    return page.getString("'@odata.nextLink'").replaceFirst(".*skiptoken=", "");
  }

  private static List<String> walked(String start) {
    var ids = new ArrayList<String>();
    @Nullable String next = start;
    while (next != null) {
      var page = page(next);
      ids.addAll(page.getList("value.id"));
      next = page.getString("'@odata.nextLink'");
    }
    return ids;
  }

  private static JsonPath page(String url) {
    return request().get(url).then().statusCode(200).extract().jsonPath();
  }

  private static String parent(String path) {
    return path.replaceFirst("/[^/]+$", "");
  }

  /** The id of a series that was created {@code minutes} after the others. */
  private String series(String name, String status, int minutes) {
    var id = UUID.randomUUID().toString();
    rows.definition(id, AnInstance.SCOPE, null, "{}");
    rows.execute(
        "update access_review_schedule_definition set display_name = ?, status = ?,"
            + " created_date_time = '2026-01-01Z'::timestamptz + make_interval(mins => ?, secs => 0.000001)"
            + " where id = ?::uuid",
        name,
        status,
        minutes,
        id);
    return id;
  }
}
