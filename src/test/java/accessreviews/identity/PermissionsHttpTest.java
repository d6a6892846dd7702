package accessreviews.identity;

import static accessreviews.testing.rows.Series.aStagedSeries;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.HttpTest;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation as every kind of caller, on a review of a group and one of a Microsoft Entra
 * role, by itself and in a batch: let in or refused as {@link Callers} says, and what is refused
 * for a review is refused in the same words for an id that nothing has.
 */
@QuarkusTest
class PermissionsHttpTest extends HttpTest {
  private static final String UNKNOWN = "ffffffff-0000-4000-8000-00000000000f";
  private static final String ROLE =
      "/roleManagement/directory/roleDefinitions/9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
  private static final String REVIEWER = "/users/" + Callers.REVIEWER;
  private static final String REVIEWERS = "{\"reviewers\":" + Series.scopes(Series.CLEO) + "}";

  /** A call; {@code {d}}, {@code {i}} and {@code {s}} in it are the ids of a review. */
  private record Call(String right, String method, String path, String body) {
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

  private static final List<Call> ON_ONE_REVIEW =
      List.of(
          Call.read("/{d}"),
          Call.read("/{d}?$expand=instances($expand=stages)"),
          Call.read("/{d}/instances"),
          Call.read("/{d}/instances/$count"),
          Call.read("/{d}/instances?$expand=stages"),
          Call.read("/{d}/instances/{i}"),
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
          Call.write("DELETE", "/{d}", ""));

  private Map<String, String> group = Map.of();
  private Map<String, String> role = Map.of();
  private Map<String, String> unknown = Map.of();

  @BeforeEach
  void aReviewOfEachKind() {
    group = review(aStagedSeries());
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

  /** Its first stage is the reviewer's; its creator has left the office that let them create it. */
  private Map<String, String> review(Series series) {
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

  static Stream<Callers> callers() {
    return Callers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callers")
  void reachesWhatTheTableSaysAndNothingElse(Callers caller) {
    for (var call : ON_ONE_REVIEW) {
      check(caller, call, caller.may(call.right() + "-group"), group);
      check(caller, call, caller.may(call.right() + "-role"), role);
    }
  }

  private void check(Callers caller, Call call, boolean allowed, Map<String, String> review) {
    var what = caller + ": " + call;
    if (allowed) {
      if (!call.method().equals("DELETE")) { // the next call needs the review
        assertThat(call.of(review).sendTo(as(caller.claims())).statusCode())
            .as(what)
            .isBetween(200, 204);
        assertThat(statusInABatch(caller, call.of(review))).as(what).isBetween(200, 204);
      }
      return;
    }
    var before = rows.everything();
    var answer = call.of(review).sendTo(as(caller.claims()));
    var lost = call.of(unknown).sendTo(as(caller.claims()));
    var mayKnow = call.right().equals("write") ? caller.mayAll("write") : caller.maySome("read");
    assertThat(answer.statusCode()).as(what).isEqualTo(mayKnow ? 404 : 403);
    assertThat(withoutIds(answer)).as(what).isEqualTo(withoutIds(lost));
    assertThat(statusInABatch(caller, call.of(review))).as(what).isEqualTo(answer.statusCode());
    assertThat(rows.everything()).as(what).isEqualTo(before);
  }

  private static String withoutIds(Response answer) {
    return answer.statusCode()
        + answer
            .asString()
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "<id>")
            .replaceAll("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}", "<time>");
  }

  private static int statusInABatch(Callers caller, Call call) {
    var batch =
        as(caller.claims())
            .contentType("application/json")
            .body(call.inABatch())
            .post("/v1.0/$batch");
    assertThat(batch.statusCode()).as(batch.asString()).isEqualTo(200);
    return batch.path("responses[0].status");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callers")
  void listsWhatItMayRead(Callers caller) {
    var list = as(caller.claims()).get(DEFINITIONS + "?$expand=instances");
    var count = as(caller.claims()).get(DEFINITIONS + "/$count");

    if (!caller.may("list")) {
      assertThat(list.statusCode()).isEqualTo(403);
      assertThat(count.statusCode()).isEqualTo(403);
      return;
    }
    var wanted =
        Stream.of(
                caller.may("read-group") ? group.get("d") : null,
                caller.may("read-role") ? role.get("d") : null)
            .filter(Objects::nonNull)
            .toList();
    assertThat(list.jsonPath().getList("value.id")).containsExactlyInAnyOrderElementsOf(wanted);
    assertThat(list.jsonPath().getList("value.instances.flatten()")).hasSameSizeAs(wanted);
    assertThat(list.<Integer>path("'@odata.count'")).isEqualTo(wanted.size());
    assertThat(count.asString()).isEqualTo(String.valueOf(wanted.size()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callers")
  void createsWhatItMayWrite(Callers caller) {
    for (var kind : List.of("group", "role")) {
      var body = (kind.equals("group") ? group : role).get("d-body");
      var before = rows.everything();
      var answer = as(caller.claims()).contentType("application/json").body(body).post(DEFINITIONS);
      assertThat(answer.statusCode())
          .as(caller + " " + kind)
          .isEqualTo(caller.may("write-" + kind) ? 201 : 403);
      if (answer.statusCode() == 403) {
        assertThat(rows.everything()).isEqualTo(before);
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callers")
  void hasNoReviewsOfItsOwn(Callers caller) {
    for (var path :
        List.of(
            "/filterByCurrentUser(on='reviewer')",
            "/{d}/instances/filterByCurrentUser(on='reviewer')",
            "/{d}/instances/{i}/stages/filterByCurrentUser(on='reviewer')",
            "/{d}/instances/{i}/stages/{s}/decisions/filterByCurrentUser(on='reviewer')",
            "/{d}/instances/{i}/decisions/filterByCurrentUser(on='reviewer')")) {
      var answer = Call.read(path).of(group).sendTo(as(caller.claims()));
      var signedIn =
          !caller
              .name()
              .matches(
                  ".*(something else|of an application|personal|object id|without permissions).*");
      assertThat(answer.statusCode()).as(caller + path).isEqualTo(signedIn ? 200 : 403);
      if (signedIn) {
        assertThat(answer.jsonPath().getList("value")).isEmpty();
      }
    }
  }

  @Test
  void theCreatorReadsWhatTheyCreatedAndWritesNothing() {
    for (var call : ON_ONE_REVIEW) {
      var allowed = call.right().equals("read");
      assertThat(call.of(group).sendTo(as(Callers.user(Callers.CREATOR))).statusCode())
          .as(call.toString())
          .isEqualTo(allowed ? 200 : 403);
      assertThat(call.of(unknown).sendTo(as(Callers.user(Callers.CREATOR))).statusCode())
          .as(call.toString())
          .isEqualTo(403);
    }
    assertThat(as(Callers.user(Callers.CREATOR)).get(DEFINITIONS).<Integer>path("'@odata.count'"))
        .isEqualTo(1);
    assertThat(
            as(Callers.user(Callers.CREATOR)).get(DEFINITIONS + "/" + role.get("d")).statusCode())
        .as("of a Microsoft Entra role only roles read")
        .isEqualTo(403);
  }

  @Test
  void aReviewersExpansionGoesOnWhereTheyMayRead() {
    advance("P7D");
    var shown =
        Call.read("/{d}?$expand=instances($top=1)")
            .of(group)
            .sendTo(as(Callers.user(Callers.REVIEWER)));

    var next =
        as(Callers.user(Callers.REVIEWER)).get(shown.<String>path("'instances@odata.nextLink'"));

    assertThat(next.statusCode()).isEqualTo(200);
    assertThat(next.jsonPath().getList("value.id"))
        .hasSize(1)
        .doesNotContain(shown.<String>path("instances[0].id"));
  }

  @Test
  void aReviewerReadsTheReviewAndItsInstanceButNoList() {
    var allowed = List.of("/{d}", "/{d}?$expand=instances($expand=stages)", "/{d}/instances/{i}");
    for (var call : ON_ONE_REVIEW) {
      assertThat(call.of(role).sendTo(as(Callers.user(Callers.REVIEWER))).statusCode())
          .as(call.toString())
          .isEqualTo(allowed.contains(call.path()) && call.method().equals("GET") ? 200 : 403);
    }
    assertThat(as(Callers.user(Callers.REVIEWER)).get(DEFINITIONS).statusCode()).isEqualTo(403);
  }

  @Test
  void aReviewerFindsTheirOwnReviewsAndNobodyElses() {
    var other = created(Series.aWeeklySeries().reviewedBy(Series.BOB).json());

    var own =
        as(Callers.user(Callers.REVIEWER)).get(DEFINITIONS + "/filterByCurrentUser(on='reviewer')");
    var instances =
        Call.read("/{d}/instances/filterByCurrentUser(on='reviewer')")
            .of(group)
            .sendTo(as(Callers.user(Callers.REVIEWER)));
    var stages =
        Call.read("/{d}/instances/{i}/stages/filterByCurrentUser(on='reviewer')")
            .of(group)
            .sendTo(as(Callers.user(Callers.REVIEWER)));

    assertThat(own.jsonPath().getList("value.id"))
        .containsExactlyInAnyOrder(group.get("d"), role.get("d"));
    assertThat(instances.jsonPath().getList("value.id")).containsExactly(group.get("i"));
    assertThat(stages.jsonPath().getList("value.id")).containsExactly(group.get("s"));
    assertThat(as(Callers.user(Callers.REVIEWER)).get(DEFINITIONS + "/" + other).statusCode())
        .isEqualTo(403);
  }

  @Test
  void anExpansionShowsAReviewerTheirOwnInstancesOnly() {
    advance("P7D");
    rows.execute("delete from access_review_reviewer where instance_id <> ?::uuid", group.get("i"));

    var call = Call.read("/{d}?$expand=instances").of(group);

    assertThat(call.sendTo(as(Callers.user(Callers.REVIEWER))).jsonPath().getList("instances.id"))
        .containsExactly(group.get("i"));
    assertThat(call.sendTo(as(Callers.user(Callers.CREATOR))).jsonPath().getList("instances.id"))
        .hasSize(2);
  }

  @Test
  void callsWithoutATokenAreRefusedBeforeAnythingElse() {
    for (var call : ON_ONE_REVIEW) {
      var answer = call.of(group).sendTo(RestAssured.given().urlEncodingEnabled(false));
      assertThat(answer.statusCode()).as(call.toString()).isEqualTo(401);
      assertThat(answer.<String>path("error.code")).isEqualTo("InvalidAuthenticationToken");
    }
  }
}
