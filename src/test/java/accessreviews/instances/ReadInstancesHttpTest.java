package accessreviews.instances;

import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.AnInstance;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances are read one by one and as the list of their series. */
@Endpoint
@QuarkusTest
class ReadInstancesHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void oneIsReadWithItsContextAndItsVersion(String root) {
    var instance = anInstance().reviewedBy(ADA).withFallback(OWNERS).in(rows);
    var answer = request().get(instance.path(root));
    var read = shown(answer);
    assertThat(answer.header("ETag")).isEqualTo("W/\"0\"");
    assertThat(read.remove("@odata.context").asText())
        .endsWith(
            root
                + "/$metadata#identityGovernance/accessReviews/definitions('%s')/instances/$entity"
                    .formatted(instance.definition()));
    assertThat(read).isEqualTo(item(instance, root, ADA, OWNERS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void allOfASeriesAreListedFromTheOldest(String root) {
    var second = anInstance().reviewedBy(ADA).withFallback(OWNERS).in(rows);
    var first = anInstance().ofTheSeriesOf(second).from(NOW.minus(Duration.ofDays(9))).in(rows);
    anInstance().in(rows);
    var list = shown(request().get(parent(second, root)));
    assertThat(list.remove("@odata.context").asText())
        .endsWith(
            root
                + "/$metadata#identityGovernance/accessReviews/definitions('%s')/instances"
                    .formatted(second.definition()));
    assertThat(list.remove("@odata.count").asInt()).isEqualTo(2);
    assertThat(list.at("/value/0/id").asText()).isEqualTo(first.id());
    assertThat(list.at("/value/1")).isEqualTo(item(second, root, ADA, OWNERS));
    assertThat(list.remove("value")).hasSize(2);
    assertThat(list).isEmpty();
  }

  @Test
  void aSeriesWithoutInstancesHasAnEmptyList() {
    var instance = anInstance().in(rows);
    rows.execute("delete from access_review_instance");
    var list = shown(request().get(parent(instance, "/v1.0")));
    assertThat(list.get("value")).isEmpty();
    assertThat(list.get("@odata.count").asInt()).isZero();
  }

  @Test
  void pagesFollowOneAnotherToTheEnd() {
    var last = anInstance().in(rows);
    var third = startedBefore(last, 1);
    var second = startedBefore(last, 2);
    var first = startedBefore(last, 3);
    var page = request().get(parent(last, "/beta") + "?$top=2&$skip=1");
    assertThat(page.jsonPath().getList("value.id")).containsExactly(second.id(), third.id());
    assertThat(page.jsonPath().getInt("'@odata.count'")).isEqualTo(4);
    var link = page.jsonPath().getString("'@odata.nextLink'");
    assertThat(link)
        .matches("http://localhost:\\d+/beta/.*")
        .contains(parent(last, "/beta") + "?$top=2&$skiptoken=");

    var end = request().get(link);
    assertThat(end.jsonPath().getList("value.id")).containsExactly(last.id());
    assertThat(shown(end).has("@odata.nextLink")).isFalse();
    var all = request().get(parent(last, "/beta")).jsonPath().getList("value.id", String.class);
    assertThat(all).isEqualTo(List.of(first.id(), second.id(), third.id(), last.id()));
  }

  @ParameterizedTest
  @CsvSource({
    "$top=0,     $top,     a whole number from 1 to 999",
    "$top=1000,  $top,     a whole number from 1 to 999",
    "$top=x,     $top,     a whole number from 1 to 999",
    "$skip=-1,   $skip,    a whole number from 0 to",
    "$search=x,  $search,  The query parameter '$search' is not supported."
  })
  void aListIsRefusedWithAnOptionThatItDoesNotTake(String option, String target, String said) {
    var instance = anInstance().in(rows);
    assertRefused(
        Refusal.bad("invalidQueryOption", target, said),
        () -> request().get(parent(instance, "/v1.0") + "?" + option));
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODYS_ID, "1", "x'--", "0a1b2c3d-0000-4000-8000-00000000000"})
  void nothingIsReadOfASeriesThatDoesNotExist(String series) {
    var instance = anInstance().in(rows);
    var elsewhere = new AnInstance.Stored(series, instance.id());
    for (var root : new String[] {"/v1.0", "/beta"}) {
      assertRefused(Refusal.notFound(series), () -> request().get(parent(elsewhere, root)));
      assertRefused(
          Refusal.notFound(series.equals(NOBODYS_ID) ? instance.id() : series),
          () -> request().get(elsewhere.path(root)));
    }
  }

  private AnInstance.Stored startedBefore(AnInstance.Stored other, int days) {
    return anInstance().ofTheSeriesOf(other).from(NOW.minus(Duration.ofDays(1 + days))).in(rows);
  }

  private static String parent(AnInstance.Stored instance, String root) {
    return instance.path(root).replaceFirst("/[^/]+$", "");
  }

  private static Object item(
      AnInstance.Stored instance, String root, String reviewer, String fallbackReviewer) {
    return parsed(
        """
        {"@odata.etag":"W/\\"0\\"","id":"%s","startDateTime":"2026-01-04T09:00:00Z",
         "endDateTime":"2026-01-11T09:00:00Z","status":"InProgress",
         "scope":{"@odata.type":"#microsoft.graph.accessReviewQueryScope",
           "query":"/v1.0/groups/%s/transitiveMembers","queryType":"MicrosoftGraph",
           "queryRoot":null},
         "reviewers":[{"query":"/v1.0%s","queryType":"MicrosoftGraph","queryRoot":null}],
         "fallbackReviewers":[
           {"query":"/v1.0%s","queryType":"MicrosoftGraph","queryRoot":null}]%s}
        """
            .formatted(
                instance.id(),
                AnInstance.GROUP,
                reviewer,
                fallbackReviewer,
                root.equals("/beta") ? ",\"errors\":[]" : ""));
  }
}
