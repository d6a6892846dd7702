package accessreviews.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation of the directory as every kind of caller (contract, "Callers"). */
@QuarkusTest
class DirectoryPermissionsHttpTest extends DirectoryHttpTest {
  private static final String ID = "1ed8ac56-4827-4733-8f80-86adc2e67db5";
  private static final String GROUP = "02f3bafb-448c-487c-88c2-5fd65ce49a41";
  private static final String APP = "60860cdd-fb4d-4054-91ba-f75e04444aa6";

  private static final List<String> READS =
      List.of(
          "/users",
          "/users/$count",
          "/users/" + ID,
          "/users/" + ID + "/manager",
          "/groups",
          "/groups/$count",
          "/groups/" + GROUP,
          "/groups/" + GROUP + "/members",
          "/groups/" + GROUP + "/members/$count",
          "/groups/" + GROUP + "/members/microsoft.graph.user",
          "/groups/" + GROUP + "/members/microsoft.graph.user/$count",
          "/groups/" + GROUP + "/transitiveMembers",
          "/groups/" + GROUP + "/transitiveMembers/$count",
          "/groups/" + GROUP + "/transitiveMembers/microsoft.graph.user",
          "/groups/" + GROUP + "/transitiveMembers/microsoft.graph.user/$count",
          "/groups/" + GROUP + "/owners",
          "/groups/" + GROUP + "/owners/$count",
          "/servicePrincipals",
          "/servicePrincipals/$count",
          "/servicePrincipals/" + APP,
          "/servicePrincipals/" + APP + "/owners",
          "/servicePrincipals/" + APP + "/owners/$count",
          "/servicePrincipals/" + APP + "/appRoleAssignedTo",
          "/servicePrincipals/" + APP + "/appRoleAssignedTo/$count",
          "/servicePrincipals/" + APP + "/appRoleAssignedTo/" + ID,
          "/roleManagement/directory/roleDefinitions",
          "/roleManagement/directory/roleDefinitions/$count",
          "/roleManagement/directory/roleDefinitions/" + ID,
          "/roleManagement/directory/roleAssignments",
          "/roleManagement/directory/roleAssignments/$count",
          "/roleManagement/directory/roleAssignments/" + ID,
          "/roleManagement/directory/roleEligibilitySchedules",
          "/roleManagement/directory/roleEligibilitySchedules/$count",
          "/roleManagement/directory/roleEligibilitySchedules/" + ID);

  private static final List<String> WRITES =
      List.of(
          "POST /users",
          "PATCH /users/" + ID,
          "DELETE /users/" + ID,
          "PUT /users/" + ID + "/manager/$ref",
          "DELETE /users/" + ID + "/manager/$ref",
          "POST /groups",
          "PATCH /groups/" + GROUP,
          "DELETE /groups/" + GROUP,
          "POST /groups/" + GROUP + "/members/$ref",
          "DELETE /groups/" + GROUP + "/members/" + ID + "/$ref",
          "POST /groups/" + GROUP + "/owners/$ref",
          "DELETE /groups/" + GROUP + "/owners/" + ID + "/$ref",
          "POST /servicePrincipals",
          "DELETE /servicePrincipals/" + APP,
          "POST /servicePrincipals/" + APP + "/owners/$ref",
          "DELETE /servicePrincipals/" + APP + "/owners/" + ID + "/$ref",
          "POST /servicePrincipals/" + APP + "/appRoleAssignedTo",
          "DELETE /servicePrincipals/" + APP + "/appRoleAssignedTo/" + ID,
          "POST /roleManagement/directory/roleDefinitions",
          "DELETE /roleManagement/directory/roleDefinitions/" + ID,
          "POST /roleManagement/directory/roleAssignments",
          "DELETE /roleManagement/directory/roleAssignments/" + ID,
          "POST /roleManagement/directory/roleEligibilitySchedules",
          "DELETE /roleManagement/directory/roleEligibilitySchedules/" + ID);

  private void someDirectory() {
    user("ada", ",\"id\":\"" + ID + "\"");
    group("Group", ",\"id\":\"" + GROUP + "\"");
    post("/servicePrincipals", "{\"displayName\":\"App\",\"id\":\"" + APP + "\"}").statusCode(201);
    add(GROUP, ID);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          application that writes         | "roles":["Directory.ReadWrite.All"]                                   | true  | true | true
          application that reads          | "roles":["Directory.Read.All"]                                        | true  | false | false
          application for reviews         | "roles":["AccessReview.ReadWrite.All","Emulator.Control"]             | false | false | false
          Global Administrator            | "oid":"OID","scp":"Directory.ReadWrite.All","wids":["62e90394-69f5-4237-9190-012177145e10"] | true | true | true
          User Administrator              | "oid":"OID","scp":"Directory.ReadWrite.All","wids":["fe930be7-5e62-47db-91af-98c3a49a38b1"] | true | true | false
          Identity Governance Administrator | "oid":"OID","scp":"Directory.ReadWrite.All","wids":["45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"] | true | false | false
          Privileged Role Administrator   | "oid":"OID","scp":"Directory.ReadWrite.All","wids":["e8611ab8-c189-46e8-94e1-60213ab1f814"] | true | false | true
          Global Reader                   | "oid":"OID","scp":"Directory.ReadWrite.All","wids":["f2ef992c-3afb-46b9-b7cf-a126ee74c451"] | true | false | false
          nobody in particular            | "oid":"OID","scp":"Directory.ReadWrite.All","wids":[]                 | true  | false | false
          user whom the directory gives nothing | "oid":"OID","scp":"Directory.ReadWrite.All"                     | true  | false | false
          Global Administrator who reads  | "oid":"OID","scp":"Directory.Read.All","wids":["62e90394-69f5-4237-9190-012177145e10"] | true | false | false
          Global Administrator for reviews | "oid":"OID","scp":"AccessReview.ReadWrite.All","wids":["62e90394-69f5-4237-9190-012177145e10"] | false | false | false
          personal account                | "oid":"OID","tid":"9188040d-6c67-4c5b-b112-36a304b66dad","scp":"Directory.ReadWrite.All","wids":["62e90394-69f5-4237-9190-012177145e10"] | false | false | false
          """)
  void isLetInOrRefused(String name, String claims, boolean reads, boolean writes, boolean roles) {
    someDirectory();
    var before = rows.everything();
    var refused =
        WRITES.stream()
            .filter(call -> !(call.contains("/roleManagement/") ? roles : writes))
            .toList();
    var token = "{" + claims.replace("OID", NOBODYS_ID) + "}";

    for (var version : List.of("/v1.0", "/beta")) {
      for (var path : READS) {
        assertLetIn(reads, as(token).get(version + path), name + " GET " + path);
      }
      for (var call : refused) {
        assertLetIn(false, write(as(token), version, call), name + " " + call);
      }
      assertThat(rows.everything()).as(name).isEqualTo(before);
    }
    for (var call : WRITES) {
      if (!refused.contains(call)) {
        assertLetIn(true, write(as(token), "/v1.0", call), name + " " + call);
      }
    }
  }

  private static Response write(RequestSpecification request, String version, String call) {
    var words = call.split(" ", 2);
    return words[0].equals("DELETE")
        ? request.delete(version + words[1])
        : request
            .contentType("application/json")
            .body("{\"displayName\":null}")
            .request(words[0], version + words[1]);
  }

  /** Who is let in may still be told that something is missing, or not there. */
  private static void assertLetIn(boolean allowed, Response answer, String what) {
    if (allowed) {
      assertThat(answer.statusCode()).as(what).isIn(200, 201, 204, 400, 404);
    } else {
      assertThat(answer.statusCode()).as(what).isEqualTo(403);
      assertThat(answer.<String>path("error.code")).isEqualTo("Authorization_RequestDenied");
    }
  }

  @Test
  void withoutATokenNothingIsSaid() {
    someDirectory();
    for (var path : READS) {
      assertThat(io.restassured.RestAssured.given().get("/v1.0" + path).statusCode())
          .as(path)
          .isEqualTo(401);
    }
    for (var call : WRITES) {
      var answer =
          changesNothing(() -> write(io.restassured.RestAssured.given(), "/v1.0", call).then());
      assertThat(answer.extract().statusCode()).as(call).isEqualTo(401);
    }
  }
}
