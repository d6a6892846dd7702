package accessreviews.testing;

import accessreviews.testing.servers.Issuer;
import io.restassured.RestAssured;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Tokens, one for each kind of caller. The service's issuer signs them: its own one, whose key
 * outlives it, or the {@link Issuer} of the integration tests.
 */
public final class Tokens {
  /** An application that may do everything; it has no object id. */
  public static final String EVERYTHING =
      """
      {"roles":["AccessReview.ReadWrite.All","Directory.ReadWrite.All","Policy.ReadWrite.AccessReview","Emulator.Control"]}""";

  /** The setting of the tests that names who signs, if it is not the service under test. */
  public static final String SIGNER = "tokens.signer";

  private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

  private Tokens() {}

  /** The claims of a user without any directory role, who has been granted {@code permission}. */
  public static String claims(String user, String permission) {
    return "{\"oid\":\"%s\",\"scp\":\"%s\",\"wids\":[]}".formatted(user, permission);
  }

  /** A token with the claims that a JSON object spells. */
  public static String of(String claims) {
    return TOKENS.computeIfAbsent(
        claims,
        wanted ->
            RestAssured.given()
                .contentType("application/json")
                .accept("text/plain")
                .body(wanted)
                .post(signer() + Issuer.SIGNS)
                .then()
                .statusCode(200)
                .extract()
                .asString());
  }

  /** The service under test where nobody else is named. */
  private static String signer() {
    return ConfigProvider.getConfig().getOptionalValue(SIGNER, String.class).orElse("");
  }
}
