package accessreviews.testing.rows;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.testing.HttpTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.UUID;

/**
 * The directory, filled as a client does it. Objects are known by their names, from which their ids
 * follow.
 */
public final class Organisation {
  private static final String USERS = "/users/";
  private static final String GROUPS = "/groups/";
  private static final String REFERENCE = "/$ref";

  private Organisation() {}

  /** The id of the object {@code name}. */
  public static String id(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(UTF_8)).toString();
  }

  /** Users who signed in never. */
  public static void users(String... names) {
    Arrays.stream(names).forEach(name -> user(name, ""));
  }

  /** A user with further members, each with a comma before it. */
  public static void user(String name, String members) {
    post(
        "/users",
        """
        {"id":"%s","displayName":"%2$s","userPrincipalName":"%2$s@contoso.com"%3$s}"""
            .formatted(id(name), name, members));
  }

  /** A user who signed in last at {@code instant}. */
  public static void activeUser(String name, String instant) {
    user(name, ",\"signInActivity\":{\"lastSignInDateTime\":\"%s\"}".formatted(instant));
  }

  /** A group without special traits, and its members, who are there already. */
  public static void group(String name, String... members) {
    groupWith("", name, members);
  }

  /** A Microsoft 365 group. */
  public static void team(String name, String... members) {
    groupWith(",\"groupTypes\":[\"Unified\"]", name, members);
  }

  /** A group with further traits, each with a comma before it. */
  public static void groupWith(String traits, String name, String... members) {
    post("/groups", "{\"id\":\"%s\",\"displayName\":\"%s\"%s}".formatted(id(name), name, traits));
    Arrays.stream(members).forEach(member -> join(name, member));
  }

  /** {@code member} is from now on a member of {@code group}. */
  public static void join(String group, String member) {
    refer(GROUPS + id(group) + "/members", member);
  }

  /** {@code member} is no member of {@code group} any more. */
  public static void leave(String group, String member) {
    delete(GROUPS + id(group) + "/members/" + id(member) + REFERENCE);
  }

  public static void owner(String group, String user) {
    refer(GROUPS + id(group) + "/owners", user);
  }

  public static void noOwner(String group, String user) {
    delete(GROUPS + id(group) + "/owners/" + id(user) + REFERENCE);
  }

  /** {@code boss} is the manager of {@code user}. */
  public static void manager(String user, String boss) {
    sent("{\"@odata.id\":\"https://graph.example/v1.0/users/%s\"}".formatted(id(boss)))
        .put("/v1.0" + USERS + id(user) + "/manager/$ref")
        .then()
        .statusCode(204);
  }

  public static void deleteGroup(String name) {
    delete(GROUPS + id(name));
  }

  public static void deleteUser(String name) {
    delete(USERS + id(name));
  }

  /** The lines of a CSV file are taken over. */
  public static void importFile(String type, String lines) {
    HttpTest.request()
        .contentType("text/csv")
        .body(lines.getBytes(UTF_8))
        .put("/directory/import?type=" + type)
        .then()
        .statusCode(200);
  }

  private static void refer(String collection, String name) {
    post(
        collection + REFERENCE,
        "{\"@odata.id\":\"https://graph.example/v1.0/directoryObjects/%s\"}".formatted(id(name)));
  }

  private static void post(String path, String body) {
    ValidatableResponse answer = sent(body).post("/v1.0" + path).then();
    answer.statusCode(path.endsWith(REFERENCE) ? 204 : 201);
  }

  private static RequestSpecification sent(String body) {
    return HttpTest.request().contentType("application/json").body(body);
  }

  private static void delete(String path) {
    HttpTest.request().delete("/v1.0" + path).then().statusCode(204);
  }
}
