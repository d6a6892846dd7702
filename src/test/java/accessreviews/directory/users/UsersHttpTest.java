package accessreviews.directory.users;

import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.GraphRefusal.notFound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;

import accessreviews.directory.DirectoryHttpTest;
import accessreviews.testing.GraphRefusal;
import accessreviews.testing.Threads;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code users}: create, read, change, delete, and whom they report to. */
@Endpoint
@QuarkusTest
class UsersHttpTest extends DirectoryHttpTest {
  private static final String ID = "1ed8ac56-4827-4733-8f80-86adc2e67db5";
  private static final String ADA =
      """
      {"id":"1ED8AC56-4827-4733-8f80-86adc2e67db5","displayName":"Ada","userPrincipalName":"Ada@contoso.com",
       "mail":"ada@contoso.com","userType":"Guest","accountEnabled":false,"country":"USA","preferredLanguage":"de-AT",
       "externalUserState":"Accepted","signInActivity":{"lastSignInDateTime":"2025-12-01T10:00:00Z"},
       "passwordProfile":{"password":"ignored"},"jobTitle":"ignored"}""";

  @ParameterizedTest
  @ValueSource(strings = {"v1.0", "beta"})
  void aUserIsKeptWithEveryMemberThatIsSent(String version) {
    var shown =
        """
        "id":"%s","displayName":"Ada","userPrincipalName":"Ada@contoso.com","mail":"ada@contoso.com","userType":"Guest","accountEnabled":false,"country":"USA","preferredLanguage":"de-AT","externalUserState":"Accepted","createdDateTime":"2026-01-05T09:00:00Z","signInActivity":{"lastSignInDateTime":"2025-12-01T10:00:00Z"}}"""
            .formatted(ID);
    var created =
        json(ADA)
            .post("/" + version + "/users")
            .then()
            .statusCode(201)
            .header("Location", endsWith("/" + version + "/users/" + ID))
            .extract()
            .asString();
    var read = request().get("/" + version + "/users/" + ID).asString();

    assertThat(created)
        .isEqualTo(read)
        .endsWith("/" + version + "/$metadata#users/$entity\"," + shown);
    assertThat(request().get("/" + version + "/users/ADA@contoso.com").asString()).isEqualTo(read);
    assertThat(request().get("/" + version + "/users").asString())
        .endsWith("$metadata#users\",\"@odata.count\":1,\"value\":[{" + shown + "]}");
  }

  @Test
  void aUserNeedsOnlyTwoNames() {
    post("/users", "{\"displayName\":\"Bob\",\"userPrincipalName\":\"bob@contoso.com\"}")
        .statusCode(201)
        .body("userType", is("Member"))
        .body("accountEnabled", is(true))
        .body("signInActivity", is((Object) null));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          {"displayName":"Changed"}                                   | displayName                       | Changed
          {"DISPLAYNAME":"Changed"}                                   | displayName                       | Changed
          {"userPrincipalName":"ada.l@contoso.com"}                   | userPrincipalName                 | ada.l@contoso.com
          {"userPrincipalName":"ADA@contoso.com"}                     | userPrincipalName                 | ADA@contoso.com
          {"mail":null}                                               | mail                              | -
          {"userType":"Member"}                                       | userType                          | Member
          {"accountEnabled":true}                                     | accountEnabled                    | true
          {"country":"Italy"}                                         | country                           | Italy
          {"preferredLanguage":"fr"}                                  | preferredLanguage                 | fr
          {"preferredLanguage":null}                                  | preferredLanguage                 | -
          {"externalUserState":"PendingAcceptance"}                   | externalUserState                 | PendingAcceptance
          {"signInActivity":{"lastSignInDateTime":"2026-01-01T00:00:00Z"}} | signInActivity.lastSignInDateTime | 2026-01-01T00:00:00Z
          {"signInActivity":{"lastSignInDateTime":null}}              | signInActivity                    | -
          {"signInActivity":null}                                     | signInActivity                    | -
          {"signInActivity":{}}                                       | signInActivity.lastSignInDateTime | 2025-12-01T10:00:00Z
          {"unknown":1}                                               | displayName                       | Ada
          """)
  void aPatchChangesWhatItNames(String body, String member, String value) {
    post("/users", ADA).statusCode(201);
    var before = get("/users/" + ID).jsonPath().getMap("$");

    assertThat(patch("/users/" + ID, body).statusCode(204).extract().asString()).isEmpty();

    var after = get("/users/" + ID).jsonPath();
    assertThat(after.getString(member)).isEqualTo(value);
    var untouched = after.getMap("$");
    untouched.remove(member.replaceAll("\\..*", ""));
    before.remove(member.replaceAll("\\..*", ""));
    assertThat(untouched).isEqualTo(before);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"displayName":null}                   | displayName       | requiredPropertyMissing | the name that people see
          {"displayName":" "}                    | displayName       | invalidPropertyValue    | not blank
          {"userPrincipalName":null}             | userPrincipalName | requiredPropertyMissing | alias@domain
          {"userPrincipalName":""}               | userPrincipalName | invalidPropertyValue    | 1 to 256 characters
          {"userType":"Stranger"}                | userType          | invalidPropertyValue    | one of Member, Guest
          {"userType":null}                      | userType          | invalidPropertyValue    | left out
          {"preferredLanguage":"de_AT"}          | preferredLanguage | invalidPropertyValue    | such as en or de-AT
          {"accountEnabled":"yes"}               | accountEnabled    | invalidPropertyValue    | true or false
          {"signInActivity":{"lastSignInDateTime":"yesterday"}} | signInActivity.lastSignInDateTime | invalidPropertyValue | date-time
          {"displayName":"a","accountEnabled":null} | accountEnabled | invalidPropertyValue    | left out
          """)
  void aBadMemberIsNamedAndNothingChanges(
      String body, String target, String reason, String expected) {
    post("/users", ADA).statusCode(201);
    var refusal = GraphRefusal.badRequest(reason, target, expected);

    refusal.isTheAnswer(changesNothing(() -> patch("/users/" + ID, body)));
    if (!body.contains("null")) {
      var create =
          "{\"displayName\":\"B\",\"userPrincipalName\":\"b@contoso.com\","
              + body.substring(1).replace("\"displayName\":\"a\",", "");
      if (!target.contains("Name")) {
        refusal.isTheAnswer(changesNothing(() -> post("/users", create)));
      }
    }
  }

  @Test
  void aCreateNamesWhatIsMissingOrNoGuid() {
    missing("displayName", "the name")
        .isTheAnswer(changesNothing(() -> post("/users", "{\"userPrincipalName\":\"x@y\"}")));
    missing("userPrincipalName", "alias@domain")
        .isTheAnswer(changesNothing(() -> post("/users", "{\"displayName\":\"x\"}")));
    invalid("id", "a GUID")
        .isTheAnswer(
            changesNothing(
                () ->
                    post(
                        "/users",
                        "{\"id\":\"1\",\"displayName\":\"x\",\"userPrincipalName\":\"x@y\"}")));
    invalid("userPrincipalName", "1 to 256 characters")
        .isTheAnswer(
            changesNothing(
                () ->
                    post(
                        "/users",
                        "{\"displayName\":\"x\",\"userPrincipalName\":\"%s\"}"
                            .formatted("x".repeat(257)))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+300000-01-01T00:00:00Z",
        "-5000-01-01T00:00:00Z",
        "+999999999-12-31T23:59:59-18:00",
        "+10000-01-01T00:00:00Z",
        "9999-12-31T23:59:59-01:00",
        "0000-12-31T23:59:59Z"
      })
  void anInstantOutsideOfTheCalendarIsRefused(String instant) {
    var id = user("bob");
    var body = "{\"signInActivity\":{\"lastSignInDateTime\":\"%s\"}}".formatted(instant);
    invalid("signInActivity.lastSignInDateTime", "from the year 0001 to 9999")
        .isTheAnswer(changesNothing(() -> json(body).patch("/v1.0/users/" + id).then()));
  }

  /** The database rounds what follows the microseconds, which would lead into the year 10000. */
  @ParameterizedTest
  @CsvSource({
    "9999-12-31T23:59:59.9999999Z, 9999-12-31T23:59:59.999999Z",
    "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z"
  })
  void theFirstAndTheLastInstantAreKept(String sent, String read) {
    var id = user("bob");
    var body = "{\"signInActivity\":{\"lastSignInDateTime\":\"%s\"}}".formatted(sent);
    json(body).patch("/v1.0/users/" + id).then().statusCode(204);
    request()
        .get("/v1.0/users/" + id + "?$select=signInActivity")
        .then()
        .body("signInActivity.lastSignInDateTime", is(read));
  }

  @Test
  void idsAndPrincipalNamesAreTakenOnce() {
    post("/users", ADA).statusCode(201);
    var bob = user("bob");
    var group = group("Group");

    taken("id", ID).isTheAnswer(changesNothing(() -> post("/users", ADA)));
    taken("id", group)
        .isTheAnswer(
            changesNothing(
                () ->
                    post(
                        "/users",
                        "{\"id\":\"%s\",\"displayName\":\"x\",\"userPrincipalName\":\"x@y\"}"
                            .formatted(group))));
    var sameName = "\"userPrincipalName\":\"aDa@contoso.com\"}";
    taken("userPrincipalName", "aDa@contoso.com")
        .isTheAnswer(changesNothing(() -> post("/users", "{\"displayName\":\"x\"," + sameName)));
    taken("userPrincipalName", "aDa@contoso.com")
        .isTheAnswer(changesNothing(() -> patch("/users/" + bob, "{" + sameName)));
  }

  private static GraphRefusal taken(String member, String value) {
    return new GraphRefusal(409, "Conflict", "objectAlreadyExists", member, "'" + value + "'");
  }

  @Test
  void ofManyCreatesWithOneIdOrOneNameAtOnceOneSucceeds() throws Exception {
    var sameId = Threads.atOnce(8, () -> post("/users", ADA).extract().statusCode());
    var sameName =
        Threads.atOnce(
            8,
            () ->
                post("/users", "{\"displayName\":\"x\",\"userPrincipalName\":\"x@y\"}")
                    .extract()
                    .statusCode());

    for (var answers : List.of(sameId, sameName)) {
      assertThat(Collections.frequency(answers, 201)).isEqualTo(1);
      assertThat(Collections.frequency(answers, 409)).isEqualTo(7);
    }
    assertThat(get("/users/$count").asString()).isEqualTo("2");
  }

  @Test
  void changesAtOnceLoseNothing() throws Exception {
    post("/users", ADA).statusCode(201);
    var bodies =
        new java.util.concurrent.ConcurrentLinkedQueue<>(
            List.of(
                "{\"displayName\":\"New\"}",
                "{\"mail\":\"new@contoso.com\"}",
                "{\"country\":\"Italy\"}",
                "{\"userType\":\"Member\"}"));

    var answers =
        Threads.atOnce(4, () -> patch("/users/" + ID, bodies.remove()).extract().statusCode());

    assertThat(answers).containsOnly(204);
    var user = get("/users/" + ID).jsonPath();
    assertThat(
            List.of(
                user.getString("displayName"),
                user.getString("mail"),
                user.getString("country"),
                user.getString("userType")))
        .containsExactly("New", "new@contoso.com", "Italy", "Member");
  }

  @ParameterizedTest
  @ValueSource(strings = {NOBODYS_ID, "nobody@contoso.com", "1"})
  void unknownUsersAreNotFound(String id) {
    var missing = notFound(id);
    missing.isTheAnswer(get("/users/" + id).then());
    missing.isTheAnswer(get("/users/" + id + "/manager").then());
    missing.isTheAnswer(changesNothing(() -> patch("/users/" + id, "{\"displayName\":null}")));
    missing.isTheAnswer(changesNothing(() -> delete("/users/" + id)));
    missing.isTheAnswer(changesNothing(() -> put("/users/" + id + "/manager/$ref", "{}")));
    missing.isTheAnswer(changesNothing(() -> delete("/users/" + id + "/manager/$ref")));
  }

  /** PostgreSQL holds no such text. */
  @Test
  void aNameWithNulIsNobodys() {
    var missing = notFound("a\0b");
    missing.isTheAnswer(get("/users/a%00b").then());
    missing.isTheAnswer(get("/users/a%00b/manager").then());
    missing.isTheAnswer(changesNothing(() -> delete("/users/a%00b")));
  }

  @Test
  void meIsTheSignedInUser() {
    post("/users", ADA).statusCode(201);
    var ada = Tokens.claims(ID, "Directory.Read.All");

    as(ada)
        .get("/v1.0/me?$select=displayName")
        .then()
        .statusCode(200)
        .body("displayName", is("Ada"));
    as(ada.replace(ID, NOBODYS_ID)).get("/beta/me").then().statusCode(404);
    request().get("/v1.0/me").then().statusCode(403);
  }
}
