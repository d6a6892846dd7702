package accessreviews.directory.groups;

import static accessreviews.testing.rows.Series.aWeeklySeries;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.directory.DirectoryHttpTest;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may change groups that give roles, and groups that do not (contract, "Callers"). */
@QuarkusTest
class RoleAssignableGroupsHttpTest extends DirectoryHttpTest {
  private static final String USER_ADMINISTRATOR = "fe930be7-5e62-47db-91af-98c3a49a38b1";
  private static final String PRIVILEGED_ROLE_ADMINISTRATOR =
      "e8611ab8-c189-46e8-94e1-60213ab1f814";
  private static final String GLOBAL_ADMINISTRATOR = "62e90394-69f5-4237-9190-012177145e10";

  @ParameterizedTest
  @CsvSource({
    "ordinary," + USER_ADMINISTRATOR + ",true",
    "ordinary," + PRIVILEGED_ROLE_ADMINISTRATOR + ",false",
    "ordinary," + GLOBAL_ADMINISTRATOR + ",true",
    "assignable," + USER_ADMINISTRATOR + ",false",
    "assignable," + PRIVILEGED_ROLE_ADMINISTRATOR + ",true",
    "assignable," + GLOBAL_ADMINISTRATOR + ",true",
    "within," + USER_ADMINISTRATOR + ",false",
    "within," + PRIVILEGED_ROLE_ADMINISTRATOR + ",true",
    "around," + USER_ADMINISTRATOR + ",true",
  })
  void membersOwnersAndTheGroupItselfAreChangedByWhoMay(
      String which, String role, boolean allowed) {
    var ann = user("ann");
    var group = groupAmongOthers(which);
    var before = rows.everything();

    for (var call :
        List.of(
            "POST /members/$ref",
            "DELETE /members/" + ann + "/$ref",
            "POST /owners/$ref",
            "DELETE /owners/" + ann + "/$ref",
            "PATCH ",
            "DELETE ")) {
      assertThat(as(role, group, call, ann).statusCode()).as(call).isEqualTo(allowed ? 204 : 403);
    }
    if (!allowed) {
      assertThat(rows.everything()).isEqualTo(before);
    }
  }

  /** A role-assignable group with groups within it and around it, of which {@code which} is one. */
  private static String groupAmongOthers(String which) {
    var assignable = group("assignable", ",\"isAssignableToRole\":true");
    var between = group("between");
    var within = group("within");
    var around = group("around");
    add(assignable, between);
    add(between, within);
    add(around, assignable);
    return switch (which) {
      case "assignable" -> assignable;
      case "within" -> within;
      case "around" -> around;
      default -> group("ordinary");
    };
  }

  /** The answer to {@code call} below {@code group}, of somebody who has {@code role}. */
  private static Response as(String role, String group, String call, String member) {
    var words = call.split(" ", 2);
    var request = as(administrator(role));
    var path = "/v1.0/groups/" + group + (words.length > 1 ? words[1] : "");
    return words[0].equals("DELETE")
        ? request.delete(path)
        : request
            .contentType("application/json")
            .body(
                words[0].equals("PATCH")
                    ? "{\"description\":\"changed\"}"
                    : "{\"@odata.id\":\"https://graph/v1.0/directoryObjects/" + member + "\"}")
            .request(words[0], path);
  }

  private static String administrator(String role) {
    return "{\"oid\":\"%s\",\"scp\":\"Directory.ReadWrite.All AccessReview.ReadWrite.All\",\"wids\":[\"%s\"]}"
        .formatted(NOBODYS_ID, role);
  }

  @ParameterizedTest
  @CsvSource({
    USER_ADMINISTRATOR + ",true,403",
    USER_ADMINISTRATOR + ",false,201",
    PRIVILEGED_ROLE_ADMINISTRATOR + ",true,201",
    PRIVILEGED_ROLE_ADMINISTRATOR + ",false,403",
  })
  void groupsAreCreatedByWhoMay(String role, boolean assignable, int status) {
    var answer =
        as(administrator(role))
            .contentType("application/json")
            .body("{\"displayName\":\"new\",\"isAssignableToRole\":" + assignable + "}")
            .post("/v1.0/groups");

    assertThat(answer.statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({
    "memberships,ordinary," + USER_ADMINISTRATOR + ",200",
    "memberships,around," + USER_ADMINISTRATOR + ",200",
    "memberships,assignable," + USER_ADMINISTRATOR + ",403",
    "memberships,within," + USER_ADMINISTRATOR + ",403",
    "memberships,within," + GLOBAL_ADMINISTRATOR + ",200",
    "memberships,ordinary," + PRIVILEGED_ROLE_ADMINISTRATOR + ",403",
    "owners,ordinary," + USER_ADMINISTRATOR + ",200",
    "owners,within," + USER_ADMINISTRATOR + ",403",
    "groups,ordinary," + USER_ADMINISTRATOR + ",200",
    "groups,assignable," + USER_ADMINISTRATOR + ",403",
    "flag,ordinary," + USER_ADMINISTRATOR + ",403",
    "flag,ordinary," + GLOBAL_ADMINISTRATOR + ",200",
  })
  void filesChangeGroupsOfWhoMay(String file, String which, String role, int status) {
    var ann = user("ann");
    var group = groupAmongOthers(which);
    var before = rows.everything();

    var answer =
        as(administrator(role))
            .contentType("text/csv")
            .body(
                switch (file) {
                  case "memberships" -> "groupId,memberId\n" + group + "," + ann;
                  case "owners" -> "objectId,ownerId\n" + group + "," + ann;
                  case "groups" -> "id,displayName\n" + group + ",renamed";
                  default -> "id,displayName,isAssignableToRole\n" + group + ",renamed,true";
                })
            .put("/directory/import?type=" + (file.equals("flag") ? "groups" : file));

    assertThat(answer.statusCode()).isEqualTo(status);
    if (status == 403) {
      assertThat(rows.everything()).isEqualTo(before);
    } else {
      assertThat(rows.everything()).isNotEqualTo(before);
    }
  }

  @Test
  void aUserAdministratorMakesNoGroupRoleAssignable() {
    var group = group("ordinary");

    var answer =
        as(administrator(USER_ADMINISTRATOR))
            .contentType("application/json")
            .body("{\"isAssignableToRole\":true}")
            .patch("/v1.0/groups/" + group);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(get("/groups/" + group).<Boolean>path("isAssignableToRole")).isFalse();
  }

  /** Each start asks the directory again. */
  @Test
  void aReviewWhoseGroupBecomesRoleAssignableIsWrittenByOthersFromItsNextStart() {
    group("reviewed", ",\"id\":\"" + Series.GROUP + "\"");
    var body = aWeeklySeries().json();
    String series =
        as(administrator(USER_ADMINISTRATOR))
            .contentType("application/json")
            .body(body)
            .post(DEFINITIONS)
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    patch("/groups/" + Series.GROUP, "{\"isAssignableToRole\":true}").statusCode(204);

    advance("P7D");

    assertThat(stopped(USER_ADMINISTRATOR, series)).isEqualTo(403);
    assertThat(stopped(PRIVILEGED_ROLE_ADMINISTRATOR, series)).isEqualTo(204);
  }

  private static int stopped(String role, String series) {
    return as(administrator(role)).post(DEFINITIONS + "/" + series + "/stop").statusCode();
  }
}
