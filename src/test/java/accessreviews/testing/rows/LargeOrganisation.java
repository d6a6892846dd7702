package accessreviews.testing.rows;

import static org.hamcrest.Matchers.is;

import accessreviews.testing.Tokens;
import io.restassured.RestAssured;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * An organisation of some size, imported as a customer would. The users {@code 0} to {@code users -
 * 1} are in teams of fifty, whose first one manages the others; each group has {@code members} of
 * them.
 */
public record LargeOrganisation(int users, int groups, int members) {
  private static final int TEAM = 50;

  /** The user's id. */
  public static String user(int number) {
    return "00000000-0000-4000-8000-%012d".formatted(number);
  }

  /** The group's id. */
  public static String group(int number) {
    return "10000000-0000-4000-8000-%012d".formatted(number);
  }

  /** Imports users with their managers, and Microsoft 365 groups with their members. */
  public void fill() {
    take(
        "users",
        users,
        "id,displayName,userPrincipalName\n",
        i -> "%s,User %2$d,user%2$d@contoso.com\n".formatted(user(i), i));
    take(
        "managers",
        users,
        "userId,managerId\n",
        i -> "%s,%s\n".formatted(user(i), i % TEAM == 0 ? "" : user(i - i % TEAM)));
    take(
        "groups",
        groups,
        "id,displayName,groupTypes\n",
        i -> "%s,Group %d,Unified\n".formatted(group(i), i));
    take("memberships", groups * members, "groupId,memberId\n", i -> membership(i / members, i));
  }

  /** Imports a group that is no Microsoft 365 group, or fills it again. */
  public void fillOther(int number) {
    take("groups", 1, "id,displayName\n", i -> group(number) + ",Other group\n");
    take("memberships", members, "groupId,memberId\n", i -> membership(number, i));
  }

  private String membership(int group, int member) {
    return "%s,%s\n".formatted(group(group), user((group * 83 + member % members) % users));
  }

  private static void take(String type, int lines, String head, IntFunction<String> line) {
    var csv = IntStream.range(0, lines).mapToObj(line).collect(Collectors.joining("", head, ""));
    RestAssured.given()
        .auth()
        .oauth2(Tokens.of(Tokens.EVERYTHING))
        .contentType("text/csv")
        .body(csv)
        .put("/directory/import?type=" + type)
        .then()
        .statusCode(200)
        .body("lines", is(lines));
  }
}
