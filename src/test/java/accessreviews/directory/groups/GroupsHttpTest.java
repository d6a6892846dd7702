package accessreviews.directory.groups;

import static accessreviews.testing.GraphRefusal.badRequest;
import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.GraphRefusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import accessreviews.directory.DirectoryHttpTest;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code groups}: create, read, change, delete. */
@Endpoint
@QuarkusTest
class GroupsHttpTest extends DirectoryHttpTest {
  private static final String ID = "02f3bafb-448c-487c-88c2-5fd65ce49a41";
  private static final String MARKETING =
      """
      {"id":"%s","displayName":"Marketing","description":"Sells","mail":"m@contoso.com","mailEnabled":true,"mailNickname":"m","securityEnabled":true,"groupTypes":["Unified"],"resourceProvisioningOptions":["Team"],"isAssignableToRole":true,"onPremisesSyncEnabled":true"""
          .formatted(ID);

  @ParameterizedTest
  @ValueSource(strings = {"v1.0", "beta"})
  void aGroupIsKeptWithEveryMemberThatIsSent(String version) {
    var shown = MARKETING.substring(1) + ",\"createdDateTime\":\"2026-01-05T09:00:00Z\"}";

    var created =
        json(MARKETING + "}")
            .post("/" + version + "/groups")
            .then()
            .statusCode(201)
            .header("Location", endsWith("/" + version + "/groups/" + ID))
            .extract()
            .asString();

    assertThat(created)
        .isEqualTo(request().get("/" + version + "/groups/" + ID).asString())
        .endsWith("/" + version + "/$metadata#groups/$entity\"," + shown);
    assertThat(request().get("/" + version + "/groups").asString())
        .endsWith("$metadata#groups\",\"@odata.count\":1,\"value\":[{" + shown + "]}");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"displayName":"g"}                            | false | true
          {"displayName":"g","groupTypes":["Unified"]}   | true  | false
          {"displayName":"g","groupTypes":["DynamicMembership"]} | false | true
          {"displayName":"g","groupTypes":["Unified"],"securityEnabled":true} | true | true
          """)
  void aGroupNeedsOnlyAName(String body, boolean mailEnabled, boolean securityEnabled) {
    var created = post("/groups", body).statusCode(201).extract().jsonPath();

    assertThat(created.getBoolean("mailEnabled")).isEqualTo(mailEnabled);
    assertThat(created.getBoolean("securityEnabled")).isEqualTo(securityEnabled);
    assertThat(created.getBoolean("isAssignableToRole")).isFalse();
    assertThat(created.getList("resourceProvisioningOptions")).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          {"displayName":"Changed"}                  | displayName                 | Changed
          {"description":null}                       | description                 | -
          {"mailEnabled":false}                      | mailEnabled                 | false
          {"securityEnabled":false}                  | securityEnabled             | false
          {"groupTypes":[]}                          | groupTypes                  | []
          {"groupTypes":["Unified","DynamicMembership"]} | groupTypes              | [Unified, DynamicMembership]
          {"resourceProvisioningOptions":[]}         | resourceProvisioningOptions | []
          {"isAssignableToRole":false}               | isAssignableToRole          | false
          {"onPremisesSyncEnabled":null}             | onPremisesSyncEnabled       | -
          {"unknown":1}                              | displayName                 | Marketing
          """)
  void aPatchChangesWhatItNames(String body, String member, String value) {
    post("/groups", MARKETING + "}").statusCode(201);
    var before = get("/groups/" + ID).jsonPath().getMap("$");

    patch("/groups/" + ID, body).statusCode(204);

    var after = get("/groups/" + ID).jsonPath();
    assertThat(after.getString(member)).isEqualTo(value);
    var untouched = after.getMap("$");
    untouched.remove(member);
    before.remove(member);
    assertThat(untouched).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"displayName":""}              | displayName     | a name that is not blank
          {"groupTypes":["a",null]}       | groupTypes[1]   | a string
          {"groupTypes":null}             | groupTypes      | left out
          {"groupTypes":"Unified"}        | groupTypes      | a collection
          {"mailEnabled":1}               | mailEnabled     | true or false
          {"description":"d","isAssignableToRole":null} | isAssignableToRole | left out
          """)
  void aBadMemberIsNamedAndNothingChanges(String body, String target, String expected) {
    post("/groups", MARKETING + "}").statusCode(201);

    invalid(target, expected).isTheAnswer(changesNothing(() -> patch("/groups/" + ID, body)));
  }

  @Test
  void aCreateIsRefusedWithoutNameOrWithAnIdThatIsTaken() {
    missing("displayName", "the name").isTheAnswer(changesNothing(() -> post("/groups", "{}")));
    var user = user("ada");
    changesNothing(() -> post("/groups", "{\"displayName\":\"g\",\"id\":\"%s\"}".formatted(user)))
        .statusCode(409);
  }

  @Test
  void unknownGroupsAreNotFound() {
    for (var id : List.of(NOBODYS_ID, "1", user("ada"))) {
      var missing = notFound(id);
      var group = "/groups/" + id;
      missing.isTheAnswer(get(group).then());
      missing.isTheAnswer(changesNothing(() -> patch(group, "{\"displayName\":null}")));
      missing.isTheAnswer(changesNothing(() -> delete(group)));
      missing.isTheAnswer(get(group + "/members").then());
      missing.isTheAnswer(get(group + "/transitiveMembers").then());
      missing.isTheAnswer(get(group + "/owners").then());
      missing.isTheAnswer(changesNothing(() -> post(group + "/members/$ref", "{}")));
      missing.isTheAnswer(changesNothing(() -> post(group + "/owners/$ref", "{}")));
      missing.isTheAnswer(changesNothing(() -> delete(group + "/members/" + NOBODYS_ID + "/$ref")));
      missing.isTheAnswer(changesNothing(() -> delete(group + "/owners/" + NOBODYS_ID + "/$ref")));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          groupTypes/any(c:c eq 'Unified')                              | both team unified
          groupTypes/Any(x:x eq 'DynamicMembership')                    | both
          groupTypes/any(c:c eq 'unified')                              | -
          not groupTypes/any(c:c eq 'Unified')                          | plain
          groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team') | team
          groupTypes/any(c:c eq 'Unified') and id ne 'ID'               | both unified
          groupTypes/any(c:c eq 'DynamicMembership') or displayName eq 'plain' | both plain
          groupTypes/any(c:c eq 1)                                      | -
          id in ('ID')                                                  | team
          displayName eq 'both'                                         | both
          """)
  void groupsAreFiltered(String filter, String names) {
    group("plain");
    group("unified", ",\"groupTypes\":[\"Unified\"]");
    group("both", ",\"groupTypes\":[\"DynamicMembership\",\"Unified\"]");
    var team =
        group("team", ",\"groupTypes\":[\"Unified\"],\"resourceProvisioningOptions\":[\"Team\"]");

    var found =
        request()
            .queryParam("$filter", filter.replace("ID", team).replace(" ", "%20"))
            .get("/v1.0/groups")
            .then()
            .statusCode(200)
            .extract()
            .jsonPath();

    assertThat(found.getList("value.displayName", String.class))
        .containsExactly(names == null ? new String[0] : names.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "groupTypes/all(c:c eq 'Unified')",
        "groupTypes/any(c:c ne 'Unified')",
        "groupTypes/any(c:displayName eq 'Unified')",
        "displayName/any(c:c eq 'Unified')",
        "groupTypes eq 'Unified'",
        "mail eq 'a'"
      })
  void whatCannotBeFilteredIsRefusedWithWhatCan(String filter) {
    badRequest(
            "invalidQueryOption",
            "$filter",
            "Filterable are: id (eq, ne, in), displayName (eq), groupTypes/any(x:x eq '…'),"
                + " resourceProvisioningOptions/any(x:x eq '…')")
        .isTheAnswer(
            request().queryParam("$filter", filter.replace(" ", "%20")).get("/v1.0/groups").then());
  }
}
