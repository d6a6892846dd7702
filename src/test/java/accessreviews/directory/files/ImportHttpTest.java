package accessreviews.directory.files;

import static accessreviews.testing.GraphRefusal.badRequest;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole files of the directory: taken over or refused, never half. */
@Endpoint
@QuarkusTest
class ImportHttpTest extends HttpTest {
  private static final String CSV = "text/csv";
  private static final String JSON_LINES = "application/x-ndjson";
  private static final String ADA = "1ed8ac56-4827-4733-8f80-86adc2e67db5";
  private static final String BOB = "4562bcc8-c436-4f95-b7c0-4f8ce89dca5e";
  private static final String GROUP = "02f3bafb-448c-487c-88c2-5fd65ce49a41";
  private static final String NOBODY = "ffffffff-0000-4000-8000-00000000000f";

  private static ValidatableResponse send(String type, String contentType, String file) {
    return request()
        .contentType(contentType)
        .body(file.getBytes(UTF_8))
        .put("/directory/import?type=" + type)
        .then();
  }

  @BeforeEach
  void twoUsersAndAGroup() {
    send(
            "users",
            CSV,
            """
            id,displayName,userPrincipalName,country,userType,preferredLanguage
            %s,Ada,ada@contoso.com,Italy,guest,it-IT
            %s,Bob,bob@contoso.com,,,
            """
                .formatted(ADA, BOB))
        .statusCode(200)
        .body("type", is("users"))
        .body("lines", is(2))
        .body("changed", is(2));
    send("groups", CSV, "id,displayName,groupTypes\n" + GROUP + ",Group,Unified;DynamicMembership")
        .statusCode(200)
        .body("changed", is(1));
  }

  @Test
  void usersAreThereWithWhatTheFileSays() {
    request()
        .get("/v1.0/users/" + ADA)
        .then()
        .body("displayName", is("Ada"))
        .body("userType", is("Guest"))
        .body("country", is("Italy"))
        .body("preferredLanguage", is("it-IT"))
        .body("accountEnabled", is(true))
        .body("createdDateTime", is("2026-01-05T09:00:00Z"));
    request().get("/v1.0/users/" + BOB).then().body("userType", is("Member"));
    request()
        .get("/beta/users?$select=preferredLanguage")
        .then()
        .body("value.preferredLanguage", is(Arrays.asList("it-IT", null)));
    request()
        .get("/v1.0/groups/" + GROUP)
        .then()
        .body("groupTypes", is(List.of("Unified", "DynamicMembership")))
        .body("mailEnabled", is(true))
        .body("securityEnabled", is(false));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({CSV, JSON_LINES})
  void aSecondFileChangesWhatItSaysAndKeepsWhatItLeavesOut(String format) {
    var file =
        format.equals(CSV)
            ? """
              ID,"DisplayName",userPrincipalName,mail,lastSignInDateTime,unknown
              %s,"A, ""the""
              first",ada@contoso.com,,2026-01-01T01:00:00+01:00,x
              """
            : """

              {"ID":"%s","DisplayName":"A, \\"the\\"\\nfirst","userPrincipalName":"ada@contoso.com","mail":null,"lastSignInDateTime":"2026-01-01T01:00:00+01:00","unknown":[1]}

              """;
    if (format.equals(JSON_LINES)) {
      file = file.replace(",\"unknown\":[1]", ",\"unknown\":{\"a\":1}");
    }
    for (var changed : List.of(1, 0)) {
      send("users", format, file.formatted(ADA))
          .statusCode(200)
          .body("lines", is(1))
          .body("changed", is(changed));
    }

    request()
        .get("/v1.0/users/" + ADA)
        .then()
        .body("displayName", is("A, \"the\"\nfirst"))
        .body("userType", is("Guest"))
        .body("country", is("Italy"))
        .body("preferredLanguage", is("it-IT"))
        .body("signInActivity.lastSignInDateTime", is("2026-01-01T00:00:00Z"));
    send("users", CSV, "id,displayName,userPrincipalName,country\n" + ADA + ",Ada,ada@contoso.com,")
        .statusCode(200)
        .body("changed", is(1));
    request().get("/v1.0/users/" + ADA).then().body("country", is((Object) null));
  }

  @Test
  void membershipsManagersAndOwnersFollow() {
    send(
            "memberships",
            CSV,
            "groupId,memberId\n%1$s,%2$s\n%1$s,%3$s\n%1$s,%2$s".formatted(GROUP, ADA, BOB))
        .statusCode(200)
        .body("lines", is(3))
        .body("changed", is(2));
    send(
            "managers",
            JSON_LINES,
            "{\"userId\":\"%1$s\",\"managerId\":\"%2$s\"}\n{\"userId\":\"%2$s\",\"managerId\":null}"
                .formatted(ADA, BOB))
        .statusCode(200)
        .body("lines", is(2))
        .body("changed", is(1));
    send("owners", CSV, "ownerId,objectId\r\n%s,%s\r\n".formatted(ADA, GROUP))
        .statusCode(200)
        .body("changed", is(1));

    request()
        .get("/v1.0/groups/" + GROUP + "/members?$select=id")
        .then()
        .body("value.id", is(List.of(ADA, BOB)));
    request().get("/v1.0/users/" + ADA + "/manager").then().body("id", is(BOB));
    request().get("/v1.0/groups/" + GROUP + "/owners").then().body("value.id", is(List.of(ADA)));
    send("managers", CSV, "userId,managerId\n" + ADA + ",").statusCode(200).body("changed", is(1));
    request().get("/v1.0/users/" + ADA + "/manager").then().statusCode(404);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          users       | 1,x,x@y                                  | id                 | a GUID
          users       | NOBODY,x,x@y,,,,de_AT                    | preferredLanguage  | such as en or de-AT
          users       | NOBODY,x,ADA@contoso.com                 | userPrincipalName  | no other user has
          groups      | NOBODY,x,                                | displayName        | -
          memberships | GROUP,NOBODY                             | memberId           | the id of an object
          managers    | BOB,ADA                                  | userId             | a user that no earlier line has
          owners      | ADA,BOB                                  | objectId           | a group or of a service principal
          """)
  void oneBadLineRefusesTheFile(String type, String line, String member, String expected) {
    var good =
        switch (type) {
          case "users" ->
              "id,displayName,userPrincipalName,userType,accountEnabled,lastSignInDateTime,preferredLanguage\n"
                  + "OTHER,Other,other@contoso.com\n";
          case "groups" -> "id,displayName\nOTHER,Other\n";
          case "memberships" -> "groupId,memberId\nGROUP,ADA\n";
          case "managers" -> "userId,managerId\nBOB,ADA\n";
          default -> "objectId,ownerId\nGROUP,ADA\n";
        };
    var file =
        (good + line)
            .replace("ADA,", ADA + ",")
            .replaceAll("ADA$", ADA)
            .replace("ADA\n", ADA + "\n")
            .replace("BOB", BOB)
            .replace("GROUP", GROUP)
            .replace("NOBODY", NOBODY)
            .replace("OTHER,", "60860cdd-fb4d-4054-91ba-f75e04444aa6,");
    if (expected.equals("-")) {
      send(type, CSV, file).statusCode(200);
      return;
    }

    var answer = changesNothing(() -> send(type, CSV, file));

    badRequest("linesRejected", null, "1 of 2 lines were rejected, and nothing was imported")
        .isTheAnswer(answer);
    answer
        .body("error.details", hasSize(1))
        .body("error.details[0].target", is("line 3, " + member))
        .body("error.details[0].code", is("invalidPropertyValue"))
        .body("error.details[0].message", startsWith("Line 3: the value of '" + member + "'"));
    assertThat(answer.extract().<String>path("error.details[0].message")).contains(expected);
  }

  @Test
  void everyBadLineIsToldUpToAHundredAndTheOthersCounted() {
    var file =
        Stream.concat(
                Stream.of("groupId,memberId", GROUP + "," + ADA),
                IntStream.range(0, 150).mapToObj(i -> "x" + i + ",y"))
            .collect(Collectors.joining("\n"));

    var answer = changesNothing(() -> send("memberships", CSV, file)).statusCode(400);

    answer
        .body("error.message", startsWith("150 of 151 lines were rejected"))
        .body("error.details", hasSize(100))
        .body("error.details[0].target", is("line 3, groupId"))
        .body("error.details[1].target", is("line 3, memberId"))
        .body("error.details[99].target", is("line 52, memberId"));
    var unknown = file.replaceAll("x\\d+,y", NOBODY + "," + NOBODY);
    changesNothing(() -> send("memberships", CSV, unknown))
        .statusCode(400)
        .body("error.message", startsWith("150 of 151 lines were rejected"))
        .body("error.details", hasSize(100))
        .body("error.details[0].target", is("line 3, groupId"));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          no JSON
          []
          {"groupId":1,"memberId":"x"}
          {"groupId":"x","groupId":"y"}
          {"groupId":"x"} {}
          {"groupId":{"a":1}}
          """)
  void aLineThatCannotBeReadDoesNotHideTheNext(String line) {
    var file = "\n" + line + "\n{\"groupId\":\"%s\",\"memberId\":\"%s\"}\n{}".formatted(GROUP, ADA);

    changesNothing(() -> send("memberships", JSON_LINES, file))
        .statusCode(400)
        .body("error.message", startsWith("2 of 3 lines were rejected"))
        .body("error.details.target", is(List.of("line 2", "line 4, groupId", "line 4, memberId")));
  }

  @Test
  void aLineThatIsTooLongIsSkippedWithoutBeingKept() {
    var file = "{\"groupId\":\"" + "x".repeat(1_000_000) + "\"}\n{\"groupId\":\"" + GROUP + "\"}";

    changesNothing(() -> send("memberships", JSON_LINES, file))
        .statusCode(400)
        .body("error.details.target", is(List.of("line 1", "line 2, memberId")));
    changesNothing(() -> send("memberships", CSV, "groupId,memberId\nx,\"" + "x".repeat(1_000_000)))
        .statusCode(400)
        .body("error.details[0].target", is("line 2"));
  }

  @Test
  void anEmptyFileChangesNothing() {
    for (var format : List.of(CSV, JSON_LINES)) {
      changesNothing(() -> send("users", format, ""))
          .statusCode(200)
          .body("lines", is(0))
          .body("changed", is(0));
    }
  }

  @Test
  void aFileSaysWhatItIs() {
    badRequest("invalidQueryOption", "type", "users, groups, memberships, managers, owners")
        .isTheAnswer(changesNothing(() -> send("", CSV, "id\n1")));
    badRequest("unreadableBody", null, "text/csv or application/x-ndjson")
        .isTheAnswer(changesNothing(() -> send("users", "application/json", "[]")));
  }

  @Test
  void anImportIsAWriteOfTheDirectory() {
    for (var claims :
        List.of(
            "{\"roles\":[\"Directory.Read.All\",\"AccessReview.ReadWrite.All\"]}",
            Tokens.claims(ADA, "Directory.ReadWrite.All"))) {
      changesNothing(
              () -> as(claims).contentType(CSV).body("x").put("/directory/import?type=x").then())
          .statusCode(403);
    }
  }
}
