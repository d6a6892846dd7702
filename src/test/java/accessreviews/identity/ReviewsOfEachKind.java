package accessreviews.identity;

import static accessreviews.testing.rows.Series.aStagedSeries;

import accessreviews.testing.HttpTest;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import accessreviews.testing.rows.Series;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;

/**
 * One review of a group, one of a group within a role-assignable one and one of a Microsoft Entra
 * role, and every call on a review.
 */
abstract class ReviewsOfEachKind extends HttpTest {
  static final String UNKNOWN = "ffffffff-0000-4000-8000-00000000000f";
  static final String ROLE =
      "/roleManagement/directory/roleDefinitions/9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
  private static final String GUARD = "00000000-0000-4000-8000-0000000000d1";
  private static final String GUARDED = "00000000-0000-4000-8000-0000000000d2";
  static final String REVIEWER = "/users/" + Callers.REVIEWER;
  static final String REVIEWERS = "{\"reviewers\":" + Series.scopes(Series.CLEO) + "}";

  /** A call; {@code {d}}, {@code {i}} and {@code {s}} in it are the ids of a review. */
  record Call(String right, String method, String path, String body) {
    static Call read(String path) {
      return new Call("read", "GET", path, "");
    }

    static Call write(String method, String path, String body) {
      return new Call("write", method, path, body);
    }

    Call of(Map<String, String> ids) {
      var filled = this;
      for (var id : ids.entrySet()) {
        filled =
            new Call(
                right,
                method,
                filled.path.replace("{" + id.getKey() + "}", id.getValue()),
                filled.body.replace("{" + id.getKey() + "}", id.getValue()));
      }
      return filled;
    }

    Response sendTo(RequestSpecification request) {
      return body.isEmpty()
          ? request.request(method, DEFINITIONS + path)
          : request.contentType("application/json").body(body).request(method, DEFINITIONS + path);
    }

    /** This call as the only one of a batch. */
    String inABatch() {
      return """
      {"requests":[{"id":"1","method":"%s","url":"/identityGovernance/accessReviews/definitions%s"%s}]}"""
          .formatted(
              method,
              path,
              body.isEmpty()
                  ? ""
                  : ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":" + body);
    }
  }

  static final List<Call> ON_ONE_REVIEW =
      List.of(
          Call.read("/{d}"),
          Call.read("/{d}?$expand=instances($expand=stages)"),
          Call.read("/{d}/instances"),
          Call.read("/{d}/instances/$count"),
          Call.read("/{d}/instances?$expand=stages"),
          Call.read("/{d}/instances/{i}"),
          Call.read("/{d}/instances/{i}/evidence"),
          Call.read("/{d}/instances/{i}/stages"),
          Call.read("/{d}/instances/{i}/stages/$count"),
          Call.read("/{d}/instances/{i}/stages/{s}"),
          Call.read("/{d}/instances/{i}/stages/{s}/decisions"),
          Call.read("/{d}/instances/{i}/stages/{s}/decisions/$count"),
          Call.read("/{d}/instances/{i}/stages/{s}/decisions/{x}"),
          Call.read("/{d}/instances/{i}/decisions"),
          Call.read("/{d}/instances/{i}/decisions/$count"),
          Call.read("/{d}/instances/{i}/decisions/{x}?$expand=insights"),
          Call.read("/{d}/instances/{i}/decisions/{x}/insights"),
          Call.read("/{d}/instances/{i}/contactedReviewers"),
          Call.read("/{d}/instances/{i}/contactedReviewers/$count"),
          Call.write("PATCH", "/{d}/instances/{i}/stages/{s}", REVIEWERS),
          Call.write("PATCH", "/{d}/instances/{i}", "{\"scope\":{},\"reviewers\":[]}"),
          Call.write("PUT", "/{d}/instances/{i}", "{\"scope\":{},\"reviewers\":[]}"),
          Call.write("PATCH", "/{d}", "{\"displayName\":\"Other\"}"),
          Call.write("PUT", "/{d}", "{d-body}"),
          Call.write("POST", "/{d}/instances/{i}/stages/{s}/stop", ""),
          Call.write("POST", "/{d}/instances/{i}/sendReminder", ""),
          Call.write("POST", "/{d}/instances/{i}/resetDecisions", ""),
          Call.write("POST", "/{d}/instances/{i}/applyDecisions", ""),
          Call.write("POST", "/{d}/instances/{i}/stop", ""),
          Call.write("POST", "/{d}/stop", ""),
          Call.write("DELETE", "/{d}", ""));

  Map<String, String> group = Map.of();
  Map<String, String> guarded = Map.of();
  Map<String, String> role = Map.of();
  Map<String, String> unknown = Map.of();

  @BeforeEach
  void aReviewOfEachKind() {
    group(Series.GROUP, false);
    group(GUARD, true);
    group(GUARDED, false);
    json("{\"@odata.id\":\"https://graph/v1.0/directoryObjects/" + GUARDED + "\"}")
        .post("/v1.0/groups/" + GUARD + "/members/$ref")
        .then()
        .statusCode(204);
    group = review(aStagedSeries());
    guarded =
        review(aStagedSeries().with("scope", Series.scope("/groups/" + GUARDED + "/members")));
    role =
        review(
            aStagedSeries()
                .with(
                    "scope",
                    """
                    {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
                     "principalScopes":[%s],"resourceScopes":[%s]}"""
                        .formatted(Series.scope("/users"), Series.scope(ROLE))));
    unknown =
        Map.of(
            "d",
            UNKNOWN,
            "i",
            UNKNOWN,
            "s",
            UNKNOWN,
            "x",
            UNKNOWN,
            "d-body",
            aStagedSeries().json());
  }

  private static void group(String id, boolean assignable) {
    json("{\"id\":\"%1$s\",\"displayName\":\"%1$s\",\"isAssignableToRole\":%2$s}"
            .formatted(id, assignable))
        .post("/v1.0/groups")
        .then()
        .statusCode(201);
  }

  /** Its first stage is the reviewer's; its creator has left the office that let them create it. */
  Map<String, String> review(Series series) {
    var body =
        series
            .with(
                "stageSettings",
                "[" + Series.stage(1, REVIEWER) + "," + Series.stage(2, Series.BOB) + "]")
            .json();
    String id =
        as("{\"oid\":\"%s\",\"roles\":[\"AccessReview.ReadWrite.All\"]}".formatted(Callers.CREATOR))
            .contentType("application/json")
            .body(body)
            .post(DEFINITIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    advance("PT0S");
    String instance = request().get(DEFINITIONS + "/" + id + "/instances").path("value[0].id");
    String stage =
        request()
            .get(DEFINITIONS + "/" + id + "/instances/" + instance + "/stages")
            .path("value[0].id");
    var anItem = AnItem.anItem().inStage("1", "nobody", null);
    var item = anItem.in(new AnInstance.Stored(id, instance), rows);
    anItem.decidedIn("1", item, rows);
    return Map.of("d", id, "i", instance, "s", stage, "x", item.id(), "d-body", body);
  }
}
