package accessreviews.history;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Orders that no report can be made of. */
@Endpoint
@QuarkusTest
class HistoryRefusalsHttpTest extends HistoryHttpTest {
  private static final String WEEKLY =
      "\"recurrence\":{\"pattern\":{\"type\":\"weekly\",\"interval\":1},\"range\":{\"type\":\"noEnd\",\"startDate\":\"2026-01-05\"}}";

  record Order(String name, String body, String target, String code) {
    static Order missing(String name, String body, String target) {
      return new Order(name, body, target, "requiredPropertyMissing");
    }

    static Order invalid(String name, String body, String target) {
      return new Order(name, body, target, "invalidPropertyValue");
    }

    static Order unsupported(String query) {
      return new Order(
          query,
          report("", OF_GROUPS.replaceFirst("/identity[^\"]*", query)),
          "scopes[0].query",
          "queryNotSupported");
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static List<Order> orders() {
    var whole = report("", OF_GROUPS);
    return List.of(
        Order.missing("no name", whole.replace("displayName", "name"), "displayName"),
        Order.missing("blank name", whole.replace("\"Report\"", "\" \""), "displayName"),
        Order.invalid("long name", whole.replace("Report", "x".repeat(4_001)), "displayName"),
        Order.missing("no scopes", report(""), "scopes"),
        Order.missing("null scopes", whole.replace("scopes", "scope"), "scopes"),
        Order.invalid("21 scopes", report("", repeated(OF_GROUPS, 21)), "scopes"),
        Order.invalid("301 scopes", report("", repeated(OF_GROUPS, 301)), "scopes"),
        Order.invalid("long text", report("", scope("x".repeat(257))), "scopes[0].query"),
        Order.invalid(
            "scope of another type",
            report(
                "",
                OF_GROUPS,
                """
                {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
                 "principalScopes":[{"query":"/users"}],
                 "resourceScopes":[{"query":"/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41"}]}"""),
            "scopes[1].@odata.type"),
        Order.unsupported("/groups/02f3bafb-448c-487c-88c2-5fd65ce49a41/members"),
        Order.unsupported("/identityGovernance/accessReviews/definitions"),
        Order.unsupported(
            "/identityGovernance/accessReviews/definitions?\\$filter=contains(displayName,'x')"),
        Order.unsupported(
            "/identityGovernance/accessReviews/definitions?\\$filter=startswith(scope/query,'x')"),
        Order.unsupported(
            "/identityGovernance/accessReviews/definitions?\\$filter=contains(scope/query,'x') and status eq 'Applied'"),
        Order.unsupported(
            "/identityGovernance/accessReviews/definitions?\\$filter=contains(scope/query,'x')&\\$top=1"),
        Order.unsupported("/identityGovernance/accessReviews/definitions?\\$filter=("),
        Order.missing(
            "no start",
            whole.replace("reviewHistoryPeriodStartDateTime", "reviewHistoryPeriodStartDate"),
            "reviewHistoryPeriodStartDateTime"),
        Order.missing(
            "no end",
            whole.replace("reviewHistoryPeriodEndDateTime", "reviewHistoryPeriodEndDate"),
            "reviewHistoryPeriodEndDateTime"),
        Order.invalid(
            "end before start",
            whole.replace("9999-12-31T00:00:00Z", "2024-12-31T23:59:59Z"),
            "reviewHistoryPeriodEndDateTime"),
        Order.invalid(
            "year 10000",
            whole.replace("9999-12-31T00:00:00Z", "+10000-01-01T00:00:00Z"),
            "reviewHistoryPeriodEndDateTime"),
        Order.invalid(
            "no instant",
            whole.replace("2025-01-01T00:00:00Z", "2025-01-01"),
            "reviewHistoryPeriodStartDateTime"),
        Order.invalid(
            "unknown decision", report(",\"decisions\":[\"maybe\"]", OF_GROUPS), "decisions[0]"),
        Order.invalid(
            "decision of the future",
            report(",\"decisions\":[\"approve\",\"unknownFutureValue\"]", OF_GROUPS),
            "decisions[1]"),
        Order.missing(
            "no range",
            report(",\"scheduleSettings\":{" + WEEKLY + "}", OF_GROUPS),
            "scheduleSettings.reportRange"),
        Order.missing(
            "no recurrence",
            report(",\"scheduleSettings\":{\"reportRange\":\"P1M\"}", OF_GROUPS),
            "scheduleSettings.recurrence.pattern"),
        Order.invalid(
            "range of hours",
            report(",\"scheduleSettings\":{\"reportRange\":\"PT1H\"," + WEEKLY + "}", OF_GROUPS),
            "scheduleSettings.reportRange"),
        Order.invalid(
            "daily",
            report(
                ",\"scheduleSettings\":{\"reportRange\":\"P1M\","
                    + WEEKLY.replace("weekly", "daily")
                    + "}",
                OF_GROUPS),
            "scheduleSettings.recurrence.pattern.type"));
  }

  @ParameterizedTest
  @MethodSource("orders")
  void isRefusedAndNothingIsStored(Order order) {
    changesNothing(
        () ->
            json(order.body())
                .post(HISTORY)
                .then()
                .statusCode(400)
                .body("error.innerError.code", is(order.code()))
                .body("error.target", is(order.target())));
  }

  @Test
  void theFormOfAScopeIsSaid() {
    json(report("", OF_GROUPS.replace("definitions", "instances")))
        .post(HISTORY)
        .then()
        .body(
            "error.message",
            containsString(
                "/identityGovernance/accessReviews/definitions?$filter=contains(scope/query,'{text}')"));
  }

  @Test
  void ordersAreNeitherChangedNorDeleted() {
    var id = made(report("", OF_GROUPS));

    for (var path : List.of(HISTORY + "/" + id, reports(id) + "/" + id)) {
      json("{}").patch(path).then().statusCode(405);
      request().delete(path).then().statusCode(405);
    }
    json("{}").post(reports(id)).then().statusCode(405);
  }

  @Test
  void aCreatorHasAThousandOpenOrders() {
    rows.execute(
        """
        with definition as (
          insert into access_review_history_definition
            (id, version, display_name, scopes, decisions, kinds, status, created_by,
             created_date_time, visible_until)
          select gen_random_uuid(), 0, 'x', '[]', '[]', '[]', 'requested',
            '{"id":"00000000-0000-0000-0000-000000000000"}', now(), '2030-01-01Z'
          from generate_series(1, 1000) returning id)
        insert into access_review_history_instance
          (id, version, definition_id, period_start, period_end, status, run_date_time)
        select id, 0, id, now(), now(), 'requested', now() from definition""");

    json(report("", OF_GROUPS)).post(HISTORY).then().statusCode(429).header("Retry-After", is("5"));
    as(user("uma", USER_ADMINISTRATOR))
        .contentType("application/json")
        .body(report("", OF_GROUPS))
        .post(HISTORY)
        .then()
        .statusCode(201);
  }
}
