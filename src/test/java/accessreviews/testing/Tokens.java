package accessreviews.testing;

import io.restassured.RestAssured;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the dev issuer, whose key outlives the service: one for each kind of caller. */
public final class Tokens {
  /** An application that may do everything; it has no object id. */
  public static final String EVERYTHING =
      """
      {"roles":["AccessReview.ReadWrite.All","Directory.ReadWrite.All","Emulator.Control"]}""";

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private Tokens() {}

  /** A token with the claims that a JSON object spells. */
  public static String of(String claims) {
    return TOKENS.computeIfAbsent(
        claims,
        wanted ->
            RestAssured.given()
                .contentType("application/json")
                .accept("text/plain")
                .body(wanted)
                .post("/dev/token")
                .then()
                .statusCode(200)
                .extract()
                .asString());
  }
}
