package accessreviews.evidence.entries;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Bodies;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens in the life of a review is entered in the evidence log, when it happens. */
@QuarkusTest
class LifeEntriesHttpTest extends LifeHttpTest {
  private static final String HEAD = "type at actor definitionId";

  /** A user whose name is in the token. */
  private static final String GRACE =
      """
      {"oid":"00000000-0000-4000-8000-0000000000aa","name":"Grace",
       "preferred_username":"grace@contoso.com","scp":"AccessReview.ReadWrite.All",
       "wids":["62e90394-69f5-4237-9190-012177145e10"]}""";

  private static final String BY_GRACE =
      """
      {"id":"00000000-0000-4000-8000-0000000000aa","displayName":"Grace",\
      "userPrincipalName":"grace@contoso.com"}""";

  private static final String BY_THE_SERVICE =
      """
      {"id":"00000000-0000-0000-0000-000000000000","displayName":"Access Reviews",\
      "userPrincipalName":""}""";

  private final Entries entries = new Entries(rows);

  @BeforeEach
  void staff() {
    Organisation.users("ada", "bob", "boss", "chief", "dana");
    Organisation.group("staff", "ada", "bob");
  }

  private static void byGrace(String method, String path, String body) {
    as(GRACE)
        .contentType("application/json")
        .body(body)
        .request(method, path)
        .then()
        .statusCode(org.hamcrest.Matchers.lessThan(300));
  }

  private static String createdByGrace(Series series) {
    String id =
        as(GRACE)
            .contentType("application/json")
            .body(series.json())
            .post(DEFINITIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    advance("PT0S");
    return id;
  }

  private void assertEntry(String type, String actor, String members) {
    var entry = entries.only(type);
    assertThat(String.join(" ", Entries.members(entry))).isEqualTo(HEAD + " " + members);
    assertThat(entry.path("actor")).hasToString(actor);
    assertThat(entry.path("at").asText()).matches("2026-01-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
  }

  @Test
  void aSeriesOfTwoStages() {
    var series =
        createdByGrace(
            reviewOf("staff")
                .inStages(stage(1, 2, "", user("boss")), stage(2, 2, "", user("chief")))
                .with("settings", settings(0, "weekly 1", "2026-01-05..")));
    var instance = latest(series);
    decide(instance, "ada", "Deny");
    byGrace(
        "PATCH",
        stagePath(series, instance, 0),
        "{\"reviewers\":%s}".formatted(Series.scopes(user("dana"))));
    byGrace("POST", stagePath(series, instance, 0) + "/stop", "");
    advance("P2D");

    assertThat(entries.types())
        .containsExactly(
            "definition.created",
            "instance.started",
            "stage.reviewersChanged",
            "stage.ended",
            "stage.ended",
            "instance.ended");
    assertEntry("definition.created", BY_GRACE, "definition");
    assertEntry("instance.started", BY_THE_SERVICE, "instanceId scope population reviewers");
    assertEntry("stage.reviewersChanged", BY_GRACE, "instanceId stageId before after itemsMoved");
    assertEntry("instance.ended", BY_THE_SERVICE, "instanceId status errors decisions");
    var changed = entries.only("stage.reviewersChanged");
    assertThat(changed.at("/before/reviewers/0/query").asText()).contains(user("boss"));
    assertThat(changed.at("/after/reviewers/0/query").asText()).contains(user("dana"));
    assertThat(changed.path("itemsMoved").asInt()).isEqualTo(2);
    assertThat(changed.path("stageId").asText()).isEqualTo("1");
    var stages = entries.ofLife().subList(3, 5);
    assertThat(stages)
        .extracting(
            stage -> stage.path("stageId").asText(),
            stage -> stage.at("/actor/displayName").asText())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("1", "Grace"),
            org.assertj.core.groups.Tuple.tuple("2", "Access Reviews"));
    assertThat(stages.getFirst().path("decisions"))
        .hasToString("{\"Approve\":0,\"Deny\":1,\"DontKnow\":0,\"NotReviewed\":1}");
    assertThat(stages.getLast().path("decisions"))
        .hasToString("{\"Approve\":0,\"Deny\":0,\"DontKnow\":0,\"NotReviewed\":2}");
  }

  @Test
  void aSeriesThatIsUpdatedStoppedAndDeleted() {
    var series =
        createdByGrace(
            reviewOf("staff", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-05..")));
    var instance = latest(series);
    decide(instance, "ada", "Approve");
    byGrace("PATCH", path(series), "{\"displayName\":\"Another name\"}");
    byGrace("POST", path(series) + "/stop", "");
    byGrace("DELETE", path(series), "");

    assertThat(entries.types())
        .containsExactly(
            "definition.created",
            "instance.started",
            "definition.updated",
            "instance.stopped",
            "definition.stopped",
            "instance.ended",
            "definition.deleted");
    assertEntry("definition.updated", BY_GRACE, "definition before");
    assertEntry("instance.stopped", BY_GRACE, "instanceId decisions");
    assertEntry("definition.stopped", BY_GRACE, "definition");
    assertEntry("definition.deleted", BY_GRACE, "definition");
    var updated = entries.only("definition.updated");
    assertThat(updated.at("/before/displayName").asText()).isEqualTo("Test create");
    assertThat(updated.at("/definition/displayName").asText()).isEqualTo("Another name");
    assertThat(updated.at("/definition/scope/query").asText()).startsWith("/v1.0/groups/");
    assertThat(updated.path("definition").has("@odata.context")).isFalse();
    assertThat(updated.path("definition").has("backupReviewers")).isFalse();
    assertThat(entries.only("instance.stopped").path("decisions"))
        .hasToString("{\"Approve\":1,\"Deny\":0,\"DontKnow\":0,\"NotReviewed\":1}");
    assertThat(entries.only("instance.ended").path("status").asText()).isEqualTo("Completed");
    assertThat(entries.only("definition.deleted").at("/definition/status").asText())
        .isEqualTo("Completed");
  }

  @Test
  void defaultDecisionsCountAtTheEnd() {
    var series =
        createdByGrace(
            reviewOf("staff", user("boss"))
                .with(
                    "settings",
                    once(3, "\"defaultDecisionEnabled\":true,\"defaultDecision\":\"Deny\"")));
    decide(latest(series), "ada", "Approve");
    advance("P3D");

    assertEntry("instance.ended", BY_THE_SERVICE, "instanceId status errors decisions");
    assertThat(entries.only("instance.ended").path("decisions"))
        .hasToString("{\"Approve\":1,\"Deny\":1,\"DontKnow\":0,\"NotReviewed\":0}");
  }

  @Test
  void itemsThatMoveAreCounted() {
    Organisation.manager("ada", "chief");
    var series =
        createdByGrace(
            reviewOf("staff", user("boss"))
                .with("settings", settings(5, "weekly 1", "2026-01-05..")));
    var instance = instancePath(series, latest(series));
    byGrace("PATCH", instance, reviewers("./manager"));
    byGrace("PATCH", instance, reviewers("./manager")); // nothing changes
    byGrace("PATCH", instance, reviewers(user("boss")));
    byGrace("PATCH", instance, reviewers(user("dana")));

    var moved =
        entries.ofLife().stream()
            .filter(entry -> entry.path("type").asText().equals("instance.reviewersChanged"))
            .toList();
    assertThat(moved).hasSize(3);
    assertThat(moved).extracting(entry -> entry.path("itemsMoved").asInt()).containsOnly(2);
    assertThat(Entries.members(moved.getFirst()))
        .isEqualTo(List.of((HEAD + " instanceId before after itemsMoved").split(" ")));
    assertThat(moved.getFirst().path("actor")).hasToString(BY_GRACE);
  }

  private static String reviewers(String query) {
    return Bodies.update("\"reviewers\":" + Series.scopes(query));
  }

  @Test
  void anInstanceWhoseGroupIsGoneEndsWithoutAStart() {
    createdByGrace(
        reviewOf("nobodys", user("boss"))
            .with("settings", settings(5, "weekly 1", "2026-01-05..")));

    assertThat(entries.types()).containsExactly("definition.created", "instance.ended");
    var ended = entries.only("instance.ended");
    assertThat(ended.at("/errors/0/code").asText()).isEqualTo("resourceNotFound");
    assertThat(ended.path("decisions"))
        .hasToString("{\"Approve\":0,\"Deny\":0,\"DontKnow\":0,\"NotReviewed\":0}");
  }

  @Test
  void eachInstanceOfAnOccurrenceHasEntriesOfItsOwn() {
    Organisation.team("one", "ada");
    Organisation.team("two", "ada", "bob");
    Organisation.team("three", "dana");
    createdByGrace(
        reviewOfAllTeams(user("boss")).with("settings", settings(5, "weekly 1", "2026-01-05..")));
    advance("P5D");

    assertThat(
            rows.strings(
                """
                select concat_ws(' ', type, count(*), count(distinct instance_id))
                from evidence_entry where instance_id is not null group by type order by type"""))
        .containsExactly("instance.ended 3 3", "instance.started 3 3");
    assertThat(entries.ofLife())
        .filteredOn(entry -> entry.path("type").asText().equals("instance.started"))
        .extracting(entry -> entry.at("/population/count").asInt())
        .containsExactlyInAnyOrder(1, 2, 1);
  }
}
