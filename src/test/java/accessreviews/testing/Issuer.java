package accessreviews.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;

/** An OpenID Connect issuer on loopback: discovery, a key, and tokens signed with it. */
public final class Issuer implements AutoCloseable {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private final KeyPair key;

  private Issuer(HttpServer server, KeyPair key) {
    this.server = server;
    this.key = key;
  }

  /** An issuer on a free port. */
  public static Issuer start() throws IOException, GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var issuer = new Issuer(server, generator.generateKeyPair());
    issuer.serve(
        "/.well-known/openid-configuration",
        """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",
         "token_endpoint":"%1$s/token"}"""
            .formatted(issuer.url()));
    issuer.serve("/keys", issuer.keys());
    server.start();
    return issuer;
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A token that is valid for five minutes; {@code claims} are members of a JSON object. */
  public String token(String claims) throws GeneralSecurityException {
    var now = Instant.now().getEpochSecond();
    var content =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"1\"}")
            + "."
            + encoded(
                """
                {"iss":"%s","iat":%d,"exp":%d,%s}"""
                    .formatted(url(), now, now + 300, claims));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(content.getBytes(UTF_8));
    return content + "." + BASE64.encodeToString(signature.sign());
  }

  private String keys() {
    var rsa = (RSAPublicKey) key.getPublic();
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"1","n":"%s","e":"%s"}]}"""
        .formatted(unsigned(rsa.getModulus()), unsigned(rsa.getPublicExponent()));
  }

  private static String unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    var start = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  private void serve(String path, String json) {
    server.createContext(
        path,
        exchange -> {
          var bytes = json.getBytes(UTF_8);
          exchange.getResponseHeaders().add("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          try (var body = exchange.getResponseBody()) {
            body.write(bytes);
          }
        });
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
