package accessreviews.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a signed-in user without a directory role is answered, in a batch or not. */
public record Asked(int status, String body) {
  /** Why it is refused, in all that the answer says of it. */
  public List<String> reason() {
    var error = JsonPath.from(body);
    return List.of(
        status + " " + error.getString("error.code"),
        "" + error.getString("error.innerError.code"),
        "" + error.getString("error.target"),
        "" + error.getString("error.message"));
  }

  /** What {@code user}, who has no directory role, is answered. */
  public static Asked by(String user, String method, String path, @Nullable String body) {
    var request = request(user);
    var answer = (body == null ? request : request.body(body)).request(method, path);
    return new Asked(answer.statusCode(), answer.asString());
  }

  /** The answer to the request {@code 1}; all others are fulfilled. */
  public static Asked inBatch(String user, String root, String... requests) {
    var answers =
        request(user)
            .body("{\"requests\":[" + String.join(",", requests) + "]}")
            .post(root + "/$batch")
            .then()
            .statusCode(200)
            .extract()
            .asString();
    var found = new Asked(0, "");
    for (var answer : UpdateHttpTest.parsed(answers).get("responses")) {
      var status = answer.get("status").intValue();
      if (answer.get("id").asText().equals("1")) {
        found = new Asked(status, answer.path("body").toString());
      } else {
        assertThat(status).as(answers).isEqualTo(204);
      }
    }
    return found;
  }

  /** A request of a batch; {@code further} are members, each with a comma before it. */
  public static String request(
      String id, String method, String path, @Nullable String body, String further) {
    return "{\"id\":\"%s\",\"method\":\"%s\",\"url\":\"%s\"%s%s}"
        .formatted(
            id,
            method,
            path,
            body == null
                ? ""
                : ",\"headers\":{\"Content-Type\":\"application/json\"},\"body\":" + body,
            further);
  }

  private static RequestSpecification request(String user) {
    return RestAssured.given()
        .urlEncodingEnabled(false)
        .auth()
        .oauth2(Tokens.of(Tokens.claims(user, "AccessReview.ReadWrite.All")))
        .contentType("application/json");
  }
}
