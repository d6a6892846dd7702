package accessreviews.directory.roles;

import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.GraphRefusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import accessreviews.directory.DirectoryHttpTest;
import accessreviews.testing.GraphRefusal;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code servicePrincipals} with their assignments, and {@code roleManagement/directory}. */
@Endpoint
@QuarkusTest
class RolesHttpTest extends DirectoryHttpTest {
  private static final String ROLE = "10000000-0000-4000-8000-000000000001";
  private static final String ROLES = "/roleManagement/directory/";
  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";
  private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
  private static final String ID = "60860cdd-fb4d-4054-91ba-f75e04444aa6";

  @Test
  void anApplicationIsKeptWithItsRoles() {
    post(
            "/servicePrincipals",
            """
            {"id":"%s","appId":"%s","displayName":"Wiki","appRoles":[{"id":"%s","displayName":"Editor","value":"edit","allowedMemberTypes":["User"],"isEnabled":true}]}"""
                .formatted(ID, ROLE, ROLE))
        .statusCode(201)
        .header("Location", endsWith("/servicePrincipals/" + ID));

    get("/servicePrincipals/" + ID)
        .then()
        .statusCode(200)
        .body("appId", is(ROLE))
        .body("displayName", is("Wiki"))
        .body("appRoles[0].value", is("edit"));
    assertThat(
            get("/servicePrincipals?$filter=appId%20eq%20'" + ROLE + "'")
                .jsonPath()
                .getList("value.id"))
        .containsExactly(ID);
    changesNothing(
            () -> post("/servicePrincipals", "{\"displayName\":\"x\",\"appId\":\"" + ROLE + "\"}"))
        .statusCode(409)
        .body("error.target", is("appId"));
    changesNothing(
            () -> post("/servicePrincipals", "{\"displayName\":\"x\",\"id\":\"" + ID + "\"}"))
        .statusCode(409)
        .body("error.target", is("id"));
    invalid("appRoles", "ids differ")
        .isTheAnswer(
            changesNothing(
                () ->
                    post(
                        "/servicePrincipals",
                        "{\"displayName\":\"x\",\"appRoles\":[{\"id\":\"%1$s\"},{\"id\":\"%1$s\"}]}"
                            .formatted(ROLE))));
    missing("appRoles[0].id", "a GUID")
        .isTheAnswer(
            changesNothing(
                () -> post("/servicePrincipals", "{\"displayName\":\"x\",\"appRoles\":[{}]}")));
    delete("/servicePrincipals/" + ID).statusCode(204);
    notFound(ID).isTheAnswer(get("/servicePrincipals/" + ID).then());
  }

  @Test
  void anApplicationIsAssignedToSomeoneOnce() {
    var app = application("Wiki", ROLE);
    var ada = user("ada");
    var path = "/servicePrincipals/" + app + "/appRoleAssignedTo";
    var body =
        """
        {"id":"%s","principalId":"%s","resourceId":"%s","appRoleId":"%s","signInActivity":{"lastSignInDateTime":"2025-12-01T00:00:00Z"}}"""
            .formatted(ID, ada, app, ROLE);

    post(path, body)
        .statusCode(201)
        .body("principalDisplayName", is("ada"))
        .body("resourceDisplayName", is("Wiki"))
        .body("principalType", is("User"));

    get(path)
        .then()
        .body("'@odata.count'", is(1))
        .body("value[0].id", is(ID))
        .body("value[0].principalId", is(ada))
        .body("value[0].appRoleId", is(ROLE))
        .body("value[0].principalDisplayName", is("ada"))
        .body("value[0].signInActivity.lastSignInDateTime", is("2025-12-01T00:00:00Z"));
    taken("id").isTheAnswer(changesNothing(() -> post(path, body)));
    taken("principalId")
        .isTheAnswer(changesNothing(() -> post(path, body.replace("\"id\"", "\"x\""))));
    post(path, "{\"principalId\":\"" + ada + "\"}")
        .statusCode(201)
        .body("appRoleId", is("00000000-0000-0000-0000-000000000000"));
    get(path + "/" + ID).then().statusCode(200).body("id", is(ID));
    delete(path + "/" + ID).statusCode(204);
    notFound(ID).isTheAnswer(changesNothing(() -> delete(path + "/" + ID)));
    delete("/users/" + ada).statusCode(204);
    get(path).then().body("'@odata.count'", is(0));
  }

  @Test
  void anAssignmentNamesARoleOfTheApplicationAndSomeoneThatIsThere() {
    var app = application("Wiki", ROLE);
    var ada = user("ada");
    var path = "/servicePrincipals/" + app + "/appRoleAssignedTo";
    var principal = "{\"principalId\":\"" + ada + "\",";

    missing("principalId", "who").isTheAnswer(changesNothing(() -> post(path, "{}")));
    invalid("appRoleId", "one of the application's appRoles")
        .isTheAnswer(changesNothing(() -> post(path, principal + "\"appRoleId\":\"" + ID + "\"}")));
    invalid("resourceId", "the path")
        .isTheAnswer(
            changesNothing(() -> post(path, principal + "\"resourceId\":\"" + ID + "\"}")));
    changesNothing(() -> post(path, "{\"principalId\":\"" + NOBODYS_ID + "\"}"))
        .statusCode(404)
        .body("error.target", is("principalId"));
  }

  private static GraphRefusal taken(String member) {
    return new GraphRefusal(409, "Conflict", "objectAlreadyExists", member, "already exists");
  }

  @Test
  void theBuiltInRolesAreAlwaysThere() {
    var roles = get(ROLES + "roleDefinitions").jsonPath();

    assertThat(roles.getList("value.displayName"))
        .containsExactly(
            "Application Administrator",
            "Global Administrator",
            "Global Reader",
            "Identity Governance Administrator",
            "Privileged Role Administrator",
            "Security Administrator",
            "Security Reader",
            "User Administrator");
    assertThat(roles.getList("value.id")).contains("9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3");
    assertThat(roles.getList("value.isBuiltIn")).containsOnly(true);
    new GraphRefusal(
            409, "Conflict", "roleDefinitionIsBuiltIn", null, "'Global Administrator' is built in")
        .isTheAnswer(
            changesNothing(() -> delete(ROLES + "roleDefinitions/" + GLOBAL_ADMINISTRATOR)));
    assertThat(get(ROLES + "roleDefinitions/" + GLOBAL_ADMINISTRATOR).statusCode()).isEqualTo(200);
  }

  @Test
  void aRoleOfOnesOwnGoesWithItsAssignments() {
    post(ROLES + "roleDefinitions", "{\"id\":\"" + ID + "\",\"displayName\":\"Own\"}")
        .statusCode(201)
        .body("templateId", is(ID))
        .body("isBuiltIn", is(false));
    taken("id")
        .isTheAnswer(
            changesNothing(
                () ->
                    post(
                        ROLES + "roleDefinitions",
                        "{\"id\":\"" + ID + "\",\"displayName\":\"Own\"}")));
    hold("roleAssignments", user("ada"), ID, "");

    delete(ROLES + "roleDefinitions/" + ID).statusCode(204);

    get(ROLES + "roleAssignments").then().body("'@odata.count'", is(0));
    notFound(ID).isTheAnswer(get(ROLES + "roleDefinitions/" + ID).then());
  }

  @ParameterizedTest
  @ValueSource(strings = {"roleAssignments", "roleEligibilitySchedules"})
  void aRoleIsHeldOnceAndFoundByPrincipalAndRole(String set) {
    var ada = user("ada");
    var bob = user("bob");
    var held = hold(set, ada, GLOBAL_ADMINISTRATOR, "");
    hold(set, bob, USER_ADMINISTRATOR, "");
    var body =
        "{\"principalId\":\"%s\",\"roleDefinitionId\":\"%s\"}".formatted(ada, GLOBAL_ADMINISTRATOR);

    taken("principalId").isTheAnswer(changesNothing(() -> post(ROLES + set, body)));
    for (var filter :
        List.of("principalId%20eq%20'" + ada, "roleDefinitionId%20eq%20'" + GLOBAL_ADMINISTRATOR)) {
      assertThat(get(ROLES + set + "?$filter=" + filter + "'").jsonPath().getList("value.id"))
          .containsExactly(held);
    }
    get(ROLES + set + "/" + held)
        .then()
        .statusCode(200)
        .body("principalId", is(ada))
        .body("directoryScopeId", is("/"));
    delete(ROLES + set + "/" + held).statusCode(204);
    notFound(held).isTheAnswer(changesNothing(() -> delete(ROLES + set + "/" + held)));
    delete("/users/" + bob).statusCode(204);
    get(ROLES + set + "/$count").then().statusCode(200);
    assertThat(get(ROLES + set + "/$count").asString()).isEqualTo("0");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"roleDefinitionId":"ROLE"}                                         | 400 | principalId
          {"principalId":"ADA"}                                               | 400 | roleDefinitionId
          {"principalId":"1","roleDefinitionId":"ROLE"}                       | 400 | principalId
          {"principalId":"NOBODY","roleDefinitionId":"ROLE"}                  | 404 | principalId
          {"principalId":"ADA","roleDefinitionId":"NOBODY"}                   | 404 | roleDefinitionId
          {"principalId":"ADA","roleDefinitionId":"ROLE","directoryScopeId":"x"} | 400 | directoryScopeId
          {"principalId":"ADA","roleDefinitionId":"ROLE","assignmentType":"x"} | 400 | assignmentType
          """)
  void aBadAssignmentIsRefused(String body, int status, String target) {
    var ada = user("ada");
    var sent =
        body.replace("ROLE", GLOBAL_ADMINISTRATOR)
            .replace("ADA", ada)
            .replace("NOBODY", NOBODYS_ID);

    changesNothing(() -> post(ROLES + "roleAssignments", sent))
        .statusCode(status)
        .body("error.target", is(target));
  }

  /** A token without wids: the directory says which roles its user holds. */
  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "an active role, 200",
    "an activated role, 200",
    "an eligible role, 403",
    "a role somewhere, 403",
    "a role that counts for nothing, 403",
    "a role of a role-assignable group, 200",
    "a role of a role-assignable group around a group, 200",
    "a role of a group that is not role-assignable, 403",
    "a role and wids that say otherwise, 403",
    "no role, 403"
  })
  void rolesAreLookedUpWhereTheTokenDoesNotSay(String held, int status) {
    var ada = user("ada");
    var inner = group("inner");
    var outer = group("outer", ",\"isAssignableToRole\":" + !held.contains("not role-assignable"));
    add(outer, inner);
    add(inner, outer);
    add(held.contains("around") || held.contains("not") ? inner : outer, ada);
    switch (held) {
      case "an active role", "a role and wids that say otherwise" ->
          hold("roleAssignments", ada, USER_ADMINISTRATOR, "");
      case "an activated role" ->
          hold("roleAssignments", ada, USER_ADMINISTRATOR, ",\"assignmentType\":\"Activated\"");
      case "an eligible role" -> hold("roleEligibilitySchedules", ada, USER_ADMINISTRATOR, "");
      case "a role somewhere" ->
          hold(
              "roleAssignments",
              ada,
              USER_ADMINISTRATOR,
              ",\"directoryScopeId\":\"/administrativeUnits/1\"");
      case "a role that counts for nothing" ->
          hold("roleAssignments", ada, "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3", "");
      case "no role" -> {}
      default -> hold("roleAssignments", outer, USER_ADMINISTRATOR, "");
    }
    var claims =
        "{\"oid\":\"%s\",\"scp\":\"Directory.ReadWrite.All AccessReview.ReadWrite.All\"%s}"
            .formatted(ada, held.contains("wids") ? ",\"wids\":[]" : "");

    assertThat(
            as(claims)
                .contentType("application/json")
                .body("{\"displayName\":\"New\"}")
                .post("/v1.0/groups")
                .statusCode())
        .isEqualTo(status == 200 ? 201 : 403);
    assertThat(as(claims).get(DEFINITIONS + "/" + NOBODYS_ID).statusCode())
        .isEqualTo(status == 200 ? 404 : 403);
  }

  private static String hold(String set, String principal, String role, String members) {
    return post(
            ROLES + set,
            "{\"principalId\":\"%s\",\"roleDefinitionId\":\"%s\"%s}"
                .formatted(principal, role, members))
        .statusCode(201)
        .extract()
        .path("id");
  }
}
