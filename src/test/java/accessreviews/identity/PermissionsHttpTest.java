package accessreviews.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every operation as every kind of caller, on a review of a group and one of a Microsoft Entra
 * role, by itself and in a batch: let in or refused as {@link Callers} says, and what is refused
 * for a review is refused in the same words for an id that nothing has.
 */
@QuarkusTest
class PermissionsHttpTest extends ReviewsOfEachKind {
  static Stream<Callers> callers() {
    return Callers.all();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callers")
  void reachesWhatTheTableSaysAndNothingElse(Callers caller) {
    for (var call : ON_ONE_REVIEW) {
      var refused = new ArrayList<Map<String, String>>();
      for (var review : Map.of("group", group, "guarded", guarded, "role", role).entrySet()) {
        if (caller.may(call.right() + "-" + review.getKey())) {
          isLetIn(caller, call, review.getValue());
        } else {
          refused.add(review.getValue());
        }
      }
      areRefused(caller, call, refused);
    }
  }

  /** The next call needs the review as it is, so some are not made. */
  private static void isLetIn(Callers caller, Call call, Map<String, String> review) {
    if (!call.method().equals("DELETE") && !call.method().equals("POST")) {
      var what = caller + ": " + call;
      assertThat(call.of(review).sendTo(as(caller.claims())).statusCode())
          .as(what)
          .isBetween(200, 204);
      assertThat(statusInABatch(caller, call.of(review))).as(what).isBetween(200, 204);
    }
  }

  private void areRefused(Callers caller, Call call, List<Map<String, String>> reviews) {
    if (reviews.isEmpty()) {
      return;
    }
    var what = caller + ": " + call;
    var before = rows.everything();
    var lost = withoutIds(call.of(unknown).sendTo(as(caller.claims())));
    var mayKnow = call.right().equals("write") ? caller.mayAll("write") : caller.maySome("read");
    for (var review : reviews) {
      var answer = call.of(review).sendTo(as(caller.claims()));
      assertThat(answer.statusCode()).as(what).isEqualTo(mayKnow ? 404 : 403);
      assertThat(withoutIds(answer)).as(what).isEqualTo(lost);
      assertThat(statusInABatch(caller, call.of(review))).as(what).isEqualTo(answer.statusCode());
    }
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
                caller.may("read-guarded") ? guarded.get("d") : null,
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
    for (var kind : Map.of("group", group, "guarded", guarded, "role", role).entrySet()) {
      var body = kind.getValue().get("d-body");
      var before = rows.everything();
      var answer = as(caller.claims()).contentType("application/json").body(body).post(DEFINITIONS);
      assertThat(answer.statusCode())
          .as(caller + " " + kind.getKey())
          .isEqualTo(caller.may("write-" + kind.getKey()) ? 201 : 403);
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
  void callsWithoutATokenAreRefusedBeforeAnythingElse() {
    for (var call : ON_ONE_REVIEW) {
      var answer = call.of(group).sendTo(RestAssured.given().urlEncodingEnabled(false));
      assertThat(answer.statusCode()).as(call.toString()).isEqualTo(401);
      assertThat(answer.<String>path("error.code")).isEqualTo("InvalidAuthenticationToken");
    }
  }
}
