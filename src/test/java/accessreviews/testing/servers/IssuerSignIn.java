package accessreviews.testing.servers;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.io.IOException;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The sign-in of an {@link Issuer}: whoever is sent there comes back as the person that the test
 * has chosen, by the authorization code flow with PKCE. A code is good once, for whoever asked.
 */
public final class IssuerSignIn {
  private final Issuer issuer;
  private final Map<String, Map<String, List<String>>> codes = new ConcurrentHashMap<>();
  private final List<String> refusals = new CopyOnWriteArrayList<>();
  private final List<String> signedOut = new CopyOnWriteArrayList<>();
  private volatile String claims = "";

  IssuerSignIn(Issuer issuer, HttpServer server) {
    this.issuer = issuer;
    server.createContext("/authorize", this::authorize);
    server.createContext("/token", this::token);
    server.createContext("/end-session", this::endSession);
  }

  /** The members of the ID token of whoever signs in next. */
  public void as(String members) {
    claims = members;
  }

  /** Why codes were refused. */
  public List<String> refusals() {
    return refusals;
  }

  /** The queries by which sessions were ended. */
  public List<String> signedOut() {
    return signedOut;
  }

  private void authorize(HttpExchange exchange) throws IOException {
    var asked = parameters(exchange.getRequestURI().getRawQuery());
    var code = UUID.randomUUID().toString();
    codes.put(code, asked);
    redirect(
        exchange,
        one(asked, "redirect_uri")
            + "?code="
            + code
            + "&state="
            + URLEncoder.encode(one(asked, "state"), UTF_8));
  }

  private void token(HttpExchange exchange) throws IOException {
    var sent = parameters(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    var asked = codes.remove(one(sent, "code"));
    try {
      if (asked == null) {
        refuse(exchange, "the code is not known");
      } else if (!challenge(one(sent, "code_verifier")).equals(one(asked, "code_challenge"))) {
        refuse(exchange, "another browser asked for the code");
      } else {
        var nonce = asked.containsKey("nonce") ? ",\"nonce\":\"" + one(asked, "nonce") + "\"" : "";
        var members = claims + ",\"aud\":\"" + one(asked, "client_id") + "\"" + nonce;
        answer(
            exchange,
            200,
            """
            {"access_token":"%s","id_token":"%s","token_type":"Bearer","expires_in":300}"""
                .formatted(issuer.token(claims), issuer.token(members)));
      }
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String challenge(String verifier) throws GeneralSecurityException {
    var digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII));
    return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
  }

  private void endSession(HttpExchange exchange) throws IOException {
    var query = exchange.getRequestURI().getRawQuery();
    signedOut.add(query);
    redirect(exchange, one(parameters(query), "post_logout_redirect_uri"));
  }

  private void refuse(HttpExchange exchange, String reason) throws IOException {
    refusals.add(reason);
    answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
  }

  private static void redirect(HttpExchange exchange, String target) throws IOException {
    exchange.getResponseHeaders().add("Location", target);
    exchange.sendResponseHeaders(302, -1);
    exchange.close();
  }

  private static void answer(HttpExchange exchange, int status, String json) throws IOException {
    var bytes = json.getBytes(UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    try (var body = exchange.getResponseBody()) {
      body.write(bytes);
    }
  }

  private static Map<String, List<String>> parameters(String query) {
    return new QueryStringDecoder(Objects.requireNonNullElse(query, ""), false).parameters();
  }

  private static String one(Map<String, List<String>> parameters, String name) {
    return parameters.getOrDefault(name, List.of("")).getFirst();
  }
}
