package accessreviews.odata.bodies;

import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.Series.aStagedSeries;
import static accessreviews.testing.rows.Series.scope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies may be spelled in every way that clients of Graph do. */
@QuarkusTest
class TolerantBodiesHttpTest extends UpdateHttpTest {
  private static final String INACTIVE =
      """
      {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope",TYPES,
       "query":"/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41/transitiveMembers",
       "inactiveDuration":"P30D"}""";

  @ParameterizedTest
  @CsvSource({
    "@odata.type, #microsoft.graph.accessReviewQueryScope",
    "@odata.type, microsoft.graph.accessReviewQueryScope",
    "@odata.type, #Microsoft.Graph.AccessReviewQueryScope",
    "@odata.type, MICROSOFT.GRAPH.ACCESSREVIEWQUERYSCOPE",
    "@OData.Type, #microsoft.graph.accessReviewQueryScope"
  })
  void aTypeIsNamedWithOrWithoutItsHashAndInAnyCase(String member, String type) {
    var scope = "{\"%s\":\"%s\",\"Query\":\"%s\",\"QueryType\":\"MICROSOFTGRAPH\"}";
    var query = "/groups/" + Series.GROUP + "/transitiveMembers";
    var series = Series.aSeries().with("scope", scope.formatted(member, type, query));
    var id = created(series.json());

    json(series.json()).put(DEFINITIONS + "/" + id).then().statusCode(204);
    json("{\"Scope\":" + scope.formatted(member, type, query) + "}")
        .patch(DEFINITIONS + "/" + id)
        .then()
        .statusCode(204);
    var shown = shown(request().get(DEFINITIONS + "/" + id)).get("scope");
    assertThat(shown.get("@odata.type").asText())
        .isEqualTo("#microsoft.graph.accessReviewQueryScope");
    assertThat(shown.get("query").asText()).isEqualTo("/v1.0" + query);

    var instance = onlyInstanceOf(id);
    for (var sent : new String[] {type, type.replaceFirst("(?i)Query", "")}) {
      json("{\"SCOPE\":%s,%s}".formatted(scope.formatted(member, sent, query), reviewers(ADA)))
          .put(instance)
          .then()
          .statusCode(200);
    }
    assertRefused(
        Refusal.bad("requiredPropertyMissing", "scope.query", "a Graph query"),
        () -> json("{\"Scope\":" + scope.formatted(member, type, " ") + "}").put(instance));
  }

  @Test
  void membersMayBeInPascalCaseEverywhere() {
    var stage = aStage().in(rows);
    var sent = "\"%s\":[{\"Query\":\"%s\",\"QueryType\":\"MicrosoftGraph\",\"QueryRoot\":null}]";

    json(update(sent.formatted("Reviewers", ADA), sent.formatted("FallbackReviewers", BOB)))
        .put(stage.instance().path())
        .then()
        .statusCode(200);
    json(object(sent.formatted("Reviewers", ADA), sent.formatted("BACKUPREVIEWERS", BOB)))
        .patch(stage.path())
        .then()
        .statusCode(200);

    assertThat(reviewersOf(stage.instance())).containsExactly(ADA);
    assertThat(fallbackReviewersOf(stage.instance())).containsExactly(BOB);
    assertThat(reviewersOf(stage)).containsExactly(ADA);
    assertThat(fallbackReviewersOf(stage)).containsExactly(BOB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"type\":\"MicrosoftGraph\"",
        "\"Type\":\"microsoftgraph\"",
        "\"queryType\":\"MicrosoftGraph\",\"type\":\"MicrosoftGraph\"",
        "\"type\":\"MicrosoftGraph\",\"queryType\":\"MicrosoftGraph\"",
        "\"type\":\"other\",\"queryType\":\"MicrosoftGraph\"",
        "\"type\":null,\"queryType\":\"MicrosoftGraph\"",
        "\"queryType\":null,\"type\":\"MicrosoftGraph\""
      })
  void typeIsAnotherNameOfQueryType(String types) {
    var scope = scope("/groups/" + Series.GROUP + "/transitiveMembers");
    var reviewer = "[{\"query\":\"" + ADA + "\"," + types + "}]";
    var recipients =
        """
        [{"notificationTemplateType":"CompletedAdditionalRecipients","notificationRecipientScope":
          {"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope",
           "query":"%s",%s}}]"""
            .formatted(ADA, types);
    for (var reviewed :
        new String[] {
          scope.replace("\"queryType\":\"MicrosoftGraph\"", types), INACTIVE.replace("TYPES", types)
        }) {
      var id =
          created(
              Series.aSeries()
                  .with("scope", reviewed)
                  .with("reviewers", reviewer)
                  .with("additionalNotificationRecipients", recipients)
                  .json());
      var shown = request().get(DEFINITIONS + "/" + id).then().statusCode(200);
      shown
          .body("scope.queryType", is("MicrosoftGraph"))
          .body("reviewers[0].queryType", is("MicrosoftGraph"))
          .body(
              "additionalNotificationRecipients[0].notificationRecipientScope.queryType",
              is("MicrosoftGraph"));
      assertThat(shown.extract().asString()).doesNotContain("\"type\"");
      json("{\"reviewers\":" + reviewer + "}").patch(DEFINITIONS + "/" + id).then().statusCode(204);
    }
    var stage = aStage().in(rows);
    json("{\"reviewers\":" + reviewer + "}").patch(stage.path()).then().statusCode(200);
    json(update("\"reviewers\":" + reviewer)).put(stage.instance().path()).then().statusCode(200);
    assertThat(reviewersOf(stage)).containsExactly(ADA);
    assertThat(reviewersOf(stage.instance())).containsExactly(ADA);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          null                                             | invalidPropertyValue    | backupReviewers
          7                                                | invalidPropertyValue    | backupReviewers
          [{}]                                             | requiredPropertyMissing | backupReviewers[0].query
          [{"query":"SELECT 1"}]                           | queryNotSupported       | backupReviewers[0].query
          [{"query":"/users/1","type":"ARM"}]              | invalidPropertyValue    | backupReviewers[0].queryType
          [{"query":"./manager"}]                          | requiredPropertyMissing | backupReviewers[0].queryRoot
          """)
  void refusalsOfBackupReviewersNameThem(String value, String reason, String target) {
    var stage = aStage().withFallback(ADA).in(rows);
    var refusal = Refusal.bad(reason, target, "");
    var body = "\"backupReviewers\":" + value;
    var id = created(Series.aSeries().json());

    assertRefused(refusal, () -> json(update(body)).put(stage.instance().path()));
    assertRefused(refusal, () -> json(update(body)).patch(stage.instance().path("/beta")));
    assertRefused(refusal, () -> json(object(body)).patch(stage.path()));
    assertRefused(refusal, () -> json(object(body)).patch(DEFINITIONS + "/" + id));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1.0", "/beta"})
  void whatWasReadMayBeSentBack(String root) {
    var id =
        created(
            aStagedSeries()
                .named("Everything")
                .withFallback(BOB)
                .with("descriptionForAdmins", "\"for admins\"")
                .with(
                    "additionalNotificationRecipients",
                    """
                    [{"notificationTemplateType":"CompletedAdditionalRecipients",
                      "notificationRecipientScope":{"query":"%s","@odata.type":
                        "#microsoft.graph.accessReviewNotificationRecipientQueryScope"}}]"""
                        .formatted(ADA))
                .json());
    var series = root + DEFINITIONS.substring("/v1.0".length()) + "/" + id;
    var instance = root + onlyInstanceOf(id).substring("/v1.0".length());
    var stage = instance + "/stages/" + request().get(instance + "/stages").path("value[0].id");

    for (var path : new String[] {series, instance, stage}) {
      var read = shown(request().get(path));
      json(read.toString())
          .header("If-Match", read.get("@odata.etag").asText())
          .request(path.equals(stage) ? "PATCH" : "PUT", path)
          .then()
          .statusCode(path.equals(series) ? 204 : 200);
      var again = shown(request().get(path));
      for (var moving : new String[] {"@odata.etag", "lastModifiedDateTime"}) {
        again.remove(moving);
        read.remove(moving);
      }
      assertThat(again).isEqualTo(read);
    }
    for (var path : new String[] {series, instance, stage}) {
      json(request().get(path).asString())
          .patch(path)
          .then()
          .statusCode(is(path.equals(series) ? 204 : 200));
    }
  }

  @Test
  void ifMatchMayComeInSeveralLines() {
    var stage = aStage().of(anInstance().in(rows)).in(rows);
    for (var path : new String[] {stage.instance().path(), stage.path()}) {
      var body = update(reviewers(ADA));
      assertRefused(
          Refusal.stale("W/\"0\""),
          () -> json(body).header("If-Match", "W/\"8\"").header("If-Match", "W/\"9\"").patch(path));
      json(body)
          .header("If-Match", "W/\"9\"")
          .header("If-Match", "W/\"0\"")
          .patch(path)
          .then()
          .statusCode(200);
    }
  }
}
