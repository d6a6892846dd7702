package accessreviews.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import accessreviews.testing.Eventually;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** From the order to the file, and to its end. */
@Endpoint
@QuarkusTest
class HistoryLifeHttpTest extends HistoryHttpTest {

  @Test
  void anOrderIsAnsweredWithWhatWasOrdered() {
    var answer =
        json(report("", OF_GROUPS))
            .post(HISTORY)
            .then()
            .statusCode(201)
            .body("displayName", is("Report"))
            .body("status", is("requested"))
            .body("reviewHistoryPeriodStartDateTime", is("2025-01-01T00:00:00Z"))
            .body("reviewHistoryPeriodEndDateTime", is("9999-12-31T00:00:00Z"))
            .body(
                "decisions",
                is(List.of("approve", "deny", "dontKnow", "notReviewed", "notNotified")))
            .body("createdDateTime", is("2026-01-05T09:00:00Z"))
            .body("scheduleSettings", nullValue())
            .body("scopes", hasSize(1))
            .body("scopes[0].'@odata.type'", is("#microsoft.graph.accessReviewQueryScope"))
            .body(
                "scopes[0].query",
                is(
                    "/identityGovernance/accessReviews/definitions?$filter=contains(scope/query, '/groups')"))
            .body("scopes[0].queryRoot", nullValue())
            .extract();

    var id = answer.<String>path("id");
    assertThat(answer.<String>path("'@odata.context'"))
        .endsWith("/v1.0/$metadata#identityGovernance/accessReviews/historyDefinitions/$entity");
    assertThat(answer.header("Location")).endsWith(HISTORY + "/" + id);
    assertThat(only(id).getString("id")).as("a one-time report has the id").isEqualTo(id);
  }

  @Test
  void aReportIsMadeByItself() throws InterruptedException {
    var id = ordered(report("", OF_GROUPS));

    Eventually.becomes("done", () -> only(id).getString("status"));
  }

  @Test
  void aReportHasTheRowsOfItsReviews() {
    staff();
    var review = start(reviewOf("staff", user("boss")));
    var instance = latest(review);
    decide(instance, "ada", "Deny");
    var id = made(report("", OF_GROUPS));

    request()
        .get(reports(id) + "/" + id)
        .then()
        .body("status", is("done"))
        .body("runDateTime", is("2026-01-05T09:00:00Z"))
        .body("fulfilledDateTime", is("2026-01-05T09:00:00Z"))
        .body("expirationDateTime", is("2026-02-04T09:00:00Z"))
        .body("downloadUri", nullValue());
    request()
        .get(HISTORY.replace("v1.0", "beta") + "/" + id)
        .then()
        .body("status", is("done"))
        .body("fulfilledDateTime", is("2026-01-05T09:00:00Z"));
    assertThat(shown(id, "AccessReviewId", "PrincipalName", "ReviewResult", "Justification"))
        .containsExactly(instance + " ada Deny known", instance + " bob Not reviewed ");
  }

  @Test
  void onlyTheWantedReviewsAndResultsAreReported() {
    staff();
    var first = latest(start(reviewOf("staff", user("boss"))));
    decide(first, "ada", "Deny");
    decide(first, "bob", "Approve");
    start(
        reviewOf("staff", user("boss"))
            .ofScope("/roleManagement/directory/roleDefinitions/" + GLOBAL_READER));

    assertThat(shown(made(report(",\"decisions\":[\"Deny\"]", OF_GROUPS)), "PrincipalName"))
        .containsExactly("ada");
    assertThat(shown(made(report("", scope("/GROUPS/"))), "PrincipalName"))
        .containsExactly("ada", "bob");
    assertThat(shown(made(report("", scope("accessPackageAssignments"))), "PrincipalName"))
        .isEmpty();
    assertThat(
            shown(
                made(
                    report(
                        "",
                        scope("no_e"),
                        scope("nothing")
                            .replace(
                                "scope/query",
                                "scope/microsoft.graph.accessReviewQueryScope/query"))),
                "PrincipalName"))
        .as("an underscore is a character")
        .isEmpty();
  }

  @Test
  void reviewsHaveToBeWithinThePeriod() {
    staff();
    start(reviewOf("staff", user("boss")).with("settings", once(3)));
    var begins = "\"reviewHistoryPeriodStartDateTime\":\"%s\"";
    var ends = "\"reviewHistoryPeriodEndDateTime\":\"%s\"";
    var whole = report("", OF_GROUPS);

    for (var period :
        List.of(
            List.of("2026-01-05T00:00:00Z", "2026-01-08T00:00:00Z", "2"),
            List.of("2026-01-05T00:00:00.000001Z", "2026-01-08T00:00:00Z", "0"),
            List.of("2026-01-05T00:00:00Z", "2026-01-07T23:59:59.999999Z", "0"))) {
      var body =
          whole
              .replace(begins.formatted("2025-01-01T00:00:00Z"), begins.formatted(period.get(0)))
              .replace(ends.formatted("9999-12-31T00:00:00Z"), ends.formatted(period.get(1)));
      assertThat(shown(made(body), "PrincipalName"))
          .as(period.toString())
          .hasSize(Integer.parseInt(period.get(2)));
    }
  }

  @Test
  void afterThirtyDaysTheOrderIsNotFoundAndTheFileIsGone() {
    var id = made(report("", OF_GROUPS));
    assertThat(rows.strings("select name from access_review_history_file")).hasSize(1);
    clockAt(NOW.plusSeconds(30 * 86_400 - 1));

    request().get(HISTORY + "/" + id).then().statusCode(200);
    request().get(HISTORY).then().body("value", hasSize(1));
    advance("PT1S");

    for (var path : List.of(HISTORY + "/" + id, reports(id), reports(id) + "/" + id)) {
      request().get(path).then().statusCode(404).body("error.code", is("ResourceNotFound"));
    }
    request().get(HISTORY).then().body("value", hasSize(0)).body("'@odata.count'", is(0));
    request().post(reports(id) + "/" + id + "/generateDownloadUri").then().statusCode(404);
    assertThat(rows.strings("select name from access_review_history_file")).isEmpty();
    assertThat(rows.strings("select number::text from access_review_history_chunk")).isEmpty();
    assertThat(rows.strings("select id from access_review_history_definition")).isEmpty();
  }

  @Test
  void reportsAreMadeAgainAndAgain() {
    staff();
    start(
        reviewOf("staff", user("boss")).with("settings", settings(2, "weekly 1", "2026-01-05..")));
    var id =
        ordered(
            """
            {"displayName":"Monthly","scopes":[%s],"scheduleSettings":{"reportRange":"P1M",
             "recurrence":{"pattern":{"type":"absoluteMonthly","interval":1,"dayOfMonth":1},
              "range":{"type":"numbered","numberOfOccurrences":2,"startDate":"2026-02-01"}}}}"""
                .formatted(OF_GROUPS));
    request()
        .get(HISTORY + "/" + id)
        .then()
        .body("status", is("requested"))
        .body("scheduleSettings.reportRange", is("P1M"))
        .body("scheduleSettings.recurrence.pattern.type", is("absoluteMonthly"));
    assertThat(request().get(reports(id) + "/$count").asString()).isEqualTo("0");

    advance("P55D"); // 2026-03-01
    var reports = request().get(reports(id)).jsonPath();

    assertThat(reports.getList("value.runDateTime"))
        .containsExactly("2026-02-01T00:00:00Z", "2026-03-01T00:00:00Z");
    assertThat(reports.getList("value.reviewHistoryPeriodStartDateTime"))
        .containsExactly("2026-01-01T00:00:00Z", "2026-02-01T00:00:00Z");
    assertThat(reports.getList("value.status")).containsOnly("done");
    assertThat(reports.getList("value.id")).doesNotContain(id);
    assertThat(rows(id, reports.getString("value[0].id")))
        .as("of 5, 12, 19 and 26 January")
        .hasSize(4 * 2);
    assertThat(rows(id, reports.getString("value[1].id")))
        .as("of 2, 9, 16 and 23 February")
        .hasSize(4 * 2);
  }

  @Test
  void aSeriesOfReportsIsFoundUntilThirtyDaysAfterTheLast() {
    var id =
        ordered(
            """
            {"displayName":"Weekly","scopes":[%s],"scheduleSettings":{"reportRange":"P7D",
             "recurrence":{"pattern":{"type":"weekly","interval":1},
              "range":{"type":"endDate","startDate":"2026-01-05","endDate":"2026-02-16"}}}}"""
                .formatted(OF_GROUPS));
    advance("P31D"); // 2026-02-05

    request().get(HISTORY + "/" + id).then().statusCode(200);
    assertThat(request().get(reports(id)).jsonPath().getList("value.runDateTime"))
        .as("the first one has expired")
        .containsExactly(
            "2026-01-12T00:00:00Z",
            "2026-01-19T00:00:00Z",
            "2026-01-26T00:00:00Z",
            "2026-02-02T00:00:00Z");
    advance("P30D"); // 2026-03-07
    assertThat(request().get(reports(id)).jsonPath().getList("value.runDateTime"))
        .containsExactly("2026-02-09T00:00:00Z", "2026-02-16T00:00:00Z");
    advance("P12D"); // 2026-03-19

    request().get(HISTORY + "/" + id).then().statusCode(404);
  }

  @Test
  void aReportThatCannotBeMadeIsInError() {
    rows.execute(
        "alter table access_review_history_file add constraint broken check (false) not valid");
    try {
      var id = made(report("", OF_GROUPS));

      assertThat(only(id).getString("status")).isEqualTo("error");
      request().get(HISTORY + "/" + id).then().body("status", is("error"));
      request()
          .post(reports(id) + "/" + id + "/generateDownloadUri")
          .then()
          .statusCode(409)
          .body("error.innerError.code", is("historyInstanceNotDone"));
      advance("P30D");
      request().get(HISTORY + "/" + id).then().statusCode(404);
      assertThat(rows.strings("select id from access_review_history_definition")).isEmpty();
    } finally {
      rows.execute("alter table access_review_history_file drop constraint broken");
    }
  }

  @Test
  void theEmulatorDeletesReports() {
    made(report("", OF_GROUPS));
    request().delete("/emulator/state").then().statusCode(204);

    assertThat(rows.strings("select id from access_review_history_definition")).isEmpty();
    assertThat(rows.strings("select number::text from access_review_history_chunk")).isEmpty();
  }
}
