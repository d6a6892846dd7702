package accessreviews.directory;

import accessreviews.testing.HttpTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What the tests of the directory share: short calls, and objects in one line. */
public abstract class DirectoryHttpTest extends HttpTest {
  static final String V1 = "/v1.0";
  public static final String NOBODYS_ID = "ffffffff-0000-4000-8000-00000000000f";

  protected static ValidatableResponse post(String path, String body) {
    return json(body).post(V1 + path).then();
  }

  protected static ValidatableResponse patch(String path, String body) {
    return json(body).patch(V1 + path).then();
  }

  protected static ValidatableResponse put(String path, String body) {
    return json(body).put(V1 + path).then();
  }

  protected static ValidatableResponse delete(String path) {
    return request().delete(V1 + path).then();
  }

  protected static Response get(String path) {
    return request().get(V1 + path);
  }

  /** The id of a new user. */
  protected static String user(String name) {
    return user(name, "");
  }

  /** The id of a new user with further members, each with a comma before it. */
  protected static String user(String name, String members) {
    return post(
            "/users",
            "{\"displayName\":\"%1$s\",\"userPrincipalName\":\"%1$s@contoso.com\"%2$s}"
                .formatted(name, members))
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** The id of a new group with further members, each with a comma before it. */
  protected static String group(String name, String members) {
    return post("/groups", "{\"displayName\":\"%s\"%s}".formatted(name, members))
        .statusCode(201)
        .extract()
        .path("id");
  }

  protected static String group(String name) {
    return group(name, "");
  }

  /** The id of a new service principal with one role. */
  protected static String application(String name, String role) {
    return post(
            "/servicePrincipals",
            "{\"displayName\":\"%s\",\"appRoles\":[{\"id\":\"%s\",\"displayName\":\"User\"}]}"
                .formatted(name, role))
        .statusCode(201)
        .extract()
        .path("id");
  }

  /** A body that refers to an object. */
  protected static String ref(String id) {
    return "{\"@odata.id\":\"https://graph.example/v1.0/directoryObjects/" + id + "\"}";
  }

  /** Puts {@code member} into {@code group}. */
  protected static void add(String group, String member) {
    post("/groups/" + group + "/members/$ref", ref(member)).statusCode(204);
  }
}
