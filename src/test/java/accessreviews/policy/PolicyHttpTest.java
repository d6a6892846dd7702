package accessreviews.policy;

import static accessreviews.testing.rows.Series.aStagedSeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The policy, and what owners of groups may do while it is on (contract, "Callers"). */
@QuarkusTest
class PolicyHttpTest extends HttpTest {
  private static final String POLICIES = "/beta/policies/accessReviewPolicy";
  private static final String OF_THE_SET = "/beta/identityGovernance/accessReviews/policy";
  private static final String OWNER = "00000000-0000-4000-8000-0000000000b1";
  private static final String OTHER = "00000000-0000-4000-8000-0000000000b2";
  private static final String ASSIGNABLE = "00000000-0000-4000-8000-0000000000b3";

  @BeforeEach
  void twoGroupsOfOneOwner() {
    for (var user : List.of(OWNER, OTHER)) {
      created(
          "/users",
          "{\"id\":\"%1$s\",\"displayName\":\"%1$s\",\"userPrincipalName\":\"%1$s\"}"
              .formatted(user));
    }
    for (var group : List.of(Series.GROUP, Series.OTHER_GROUP, ASSIGNABLE)) {
      created(
          "/groups",
          "{\"id\":\"%1$s\",\"displayName\":\"%1$s\",\"isAssignableToRole\":%2$s}"
              .formatted(group, group.equals(ASSIGNABLE)));
    }
    owns(OWNER, Series.GROUP);
    owns(OWNER, ASSIGNABLE);
    owns(OTHER, Series.OTHER_GROUP);
  }

  private static void created(String set, String body) {
    json(body).post("/v1.0" + set).then().statusCode(201);
  }

  private static void owns(String owner, String group) {
    json("{\"@odata.id\":\"https://graph/v1.0/directoryObjects/" + owner + "\"}")
        .post("/v1.0/groups/" + group + "/owners/$ref")
        .then()
        .statusCode(204);
  }

  private static void owners(boolean manage) {
    json("{\"isGroupOwnerManagementEnabled\":" + manage + "}")
        .patch(POLICIES)
        .then()
        .statusCode(204);
  }

  private static String user(String id) {
    return Tokens.claims(id, "AccessReview.ReadWrite.All");
  }

  @ParameterizedTest
  @ValueSource(strings = {POLICIES, OF_THE_SET})
  void bothPathsAreOnePolicy(String path) {
    request()
        .get(path)
        .then()
        .statusCode(200)
        .body("displayName", is("Access Review Policy"))
        .body("isGroupOwnerManagementEnabled", is(false));

    json("{\"isGroupOwnerManagementEnabled\":true}").patch(path).then().statusCode(204);

    for (var other : List.of(POLICIES, OF_THE_SET)) {
      request().get(other).then().body("isGroupOwnerManagementEnabled", is(true));
    }
    json("{}").patch(path).then().statusCode(204);
    request().get(path).then().body("isGroupOwnerManagementEnabled", is(true));
    json("{\"isGroupOwnerManagementEnabled\":null}")
        .patch(path)
        .then()
        .statusCode(400)
        .body("error.target", is("isGroupOwnerManagementEnabled"));
    request().get(path.replace("beta", "v1.0")).then().statusCode(400);
    request().delete("/emulator/state").then().statusCode(204);
    request().get(path).then().body("isGroupOwnerManagementEnabled", is(false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "roles":["Policy.Read.All"]                                                                    | 200 | 403
          "roles":["AccessReview.Read.All"]                                                              | 200 | 403
          "roles":["Policy.ReadWrite.AccessReview"]                                                      | 200 | 204
          "roles":["Directory.ReadWrite.All"]                                                            | 403 | 403
          "scp":"Policy.ReadWrite.AccessReview","wids":["62e90394-69f5-4237-9190-012177145e10"]           | 200 | 204
          "scp":"Policy.ReadWrite.AccessReview","wids":["45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"]           | 200 | 204
          "scp":"Policy.ReadWrite.AccessReview","wids":["fe930be7-5e62-47db-91af-98c3a49a38b1"]           | 403 | 403
          "scp":"AccessReview.ReadWrite.All","wids":["62e90394-69f5-4237-9190-012177145e10"]              | 200 | 403
          """)
  void isReadAndSwitchedByWhoMay(String claims, int read, int write) {
    var caller = "{\"oid\":\"" + OTHER + "\"," + claims + "}";

    assertThat(as(caller).get(POLICIES).statusCode()).isEqualTo(read);
    assertThat(
            as(caller)
                .contentType("application/json")
                .body("{\"isGroupOwnerManagementEnabled\":true}")
                .patch(POLICIES)
                .statusCode())
        .isEqualTo(write);
  }

  @Test
  void anOwnerCreatesReadsAndManagesReviewsOfTheirGroupWhileThePolicyIsOn() {
    var body = aStagedSeries().json();
    assertThat(create(OWNER, body)).isEqualTo(403);
    owners(true);

    assertThat(create(OTHER, body)).as("of somebody else's group").isEqualTo(403);
    assertThat(create(OWNER, body)).isEqualTo(201);
    var mine = DEFINITIONS + "/" + idOf(OWNER);
    var instance =
        mine + "/instances/" + as(user(OWNER)).get(mine + "/instances").path("value[0].id");
    var stage =
        instance + "/stages/" + as(user(OWNER)).get(instance + "/stages").path("value[0].id");

    for (var path :
        List.of(mine, instance, stage, instance + "/decisions", instance + "/contactedReviewers")) {
      assertThat(as(user(OWNER)).get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(as(user(OTHER)).get(path).statusCode()).as(path).isEqualTo(403);
    }
    as(user(OWNER))
        .get(mine + "?$expand=instances($expand=stages)")
        .then()
        .statusCode(200)
        .body("instances[0].stages.size()", is(1));
    assertThat(post(OTHER, stage + "/stop")).isEqualTo(403);
    assertThat(post(OWNER, stage + "/stop")).isEqualTo(204);
    assertThat(post(OWNER, instance + "/stop")).isEqualTo(204);
    assertThat(post(OWNER, instance + "/applyDecisions")).isEqualTo(204);
    assertThat(patch(OWNER, mine)).isEqualTo(204);
    owners(false);
    assertThat(patch(OWNER, mine)).as("off again").isEqualTo(403);
    owners(true);
    assertThat(as(user(OTHER)).delete(mine).statusCode()).isEqualTo(403);
    assertThat(as(user(OWNER)).delete(mine).statusCode()).isEqualTo(204);
  }

  private static int create(String owner, String body) {
    return as(user(owner))
        .contentType("application/json")
        .body(body)
        .post(DEFINITIONS)
        .statusCode();
  }

  private static int post(String caller, String path) {
    return as(user(caller)).post(path).statusCode();
  }

  private static int patch(String caller, String path) {
    return as(user(caller))
        .contentType("application/json")
        .body("{\"displayName\":\"Other\"}")
        .patch(path)
        .statusCode();
  }

  private static String idOf(String owner) {
    return as(user(owner)).get(DEFINITIONS).then().statusCode(200).extract().path("value[0].id");
  }

  /** Somebody else created it, so that only the group makes it theirs. */
  @Test
  void anOwnersListHasTheReviewsOfTheirGroupAndNoOthers() {
    String mine = HttpTest.created(aStagedSeries().json());
    HttpTest.created(onGroups(Series.OTHER_GROUP));
    HttpTest.created(onGroups(ASSIGNABLE));
    HttpTest.created(onGroups(Series.GROUP, Series.OTHER_GROUP));
    String alone = HttpTest.created(onGroups(Series.GROUP));

    as(user(OWNER)).get(DEFINITIONS).then().statusCode(403);
    owners(true);

    assertThat(as(user(OWNER)).get(DEFINITIONS).jsonPath().getList("value.id"))
        .containsExactlyInAnyOrder(mine, alone);
    assertThat(as(user(OWNER)).get(DEFINITIONS + "/$count").asString()).isEqualTo("2");
    as(user(OWNER))
        .get("/beta/identityGovernance/accessReviews/decisions?$expand=instance")
        .then()
        .statusCode(200)
        .body("value", empty());
    as(user(OTHER))
        .get(DEFINITIONS + "?$select=id&$filter=contains(scope/query,'" + Series.OTHER_GROUP + "')")
        .then()
        .statusCode(200)
        .body("value.size()", is(0));
    assertThat(as(user(OTHER)).get(DEFINITIONS).jsonPath().getList("value.id")).hasSize(1);
  }

  @Test
  void reviewsOfRoleAssignableGroupsAndOfMoreThanTheGroupAreNotTheirs() {
    owners(true);

    assertThat(create(OWNER, onGroups(ASSIGNABLE))).isEqualTo(403);
    assertThat(create(OWNER, onGroups(Series.GROUP, Series.OTHER_GROUP))).isEqualTo(403);
    assertThat(create(OWNER, onGroups(Series.GROUP))).isEqualTo(201);
    as(user(OWNER)).get(DEFINITIONS).then().body("value.createdBy.id", contains(OWNER));
  }

  /** A review of these groups together. */
  private static String onGroups(String... groups) {
    var resources =
        List.of(groups).stream().map(group -> Series.scope("/groups/" + group)).toList();
    return aStagedSeries()
        .with(
            "scope",
            """
            {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
             "principalScopes":[%s],"resourceScopes":%s}"""
                .formatted(Series.scope("/users"), resources))
        .json();
  }
}
