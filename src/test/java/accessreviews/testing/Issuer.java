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
import java.util.function.Supplier;

/** An OpenID Connect issuer on loopback: discovery, a key, and tokens signed with it. */
public final class Issuer implements AutoCloseable {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final HttpServer server;
  private KeyPair key;
  private int keyNumber;

  private Issuer(HttpServer server) throws GeneralSecurityException {
    this.server = server;
    this.key = nextKey();
  }

  /** Signs with another key from now on, and no longer names the old one. */
  public void rotateKey() throws GeneralSecurityException {
    key = nextKey();
  }

  private KeyPair nextKey() throws GeneralSecurityException {
    keyNumber++;
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /** An issuer on a free port. */
  public static Issuer start() throws IOException, GeneralSecurityException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var issuer = new Issuer(server);
    issuer.serve(
        "/.well-known/openid-configuration",
        () ->
            """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",
         "token_endpoint":"%1$s/token"}"""
                .formatted(issuer.url()));
    issuer.serve("/keys", issuer::keys);
    server.start();
    return issuer;
  }

  public String url() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A token that is valid for five minutes; {@code claims} are members of a JSON object. */
  public String token(String claims) throws GeneralSecurityException {
    return token(claims, Instant.now().plusSeconds(300));
  }

  /** A token that expires at {@code end}. */
  public String token(String claims, Instant end) throws GeneralSecurityException {
    var content =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%d\"}".formatted(keyNumber))
            + "."
            + encoded(
                """
                {"iss":"%s","iat":%d,"exp":%d,%s}"""
                    .formatted(
                        url(),
                        end.minusSeconds(3600).getEpochSecond(),
                        end.getEpochSecond(),
                        claims));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(content.getBytes(UTF_8));
    return content + "." + BASE64.encodeToString(signature.sign());
  }

  private String keys() {
    var rsa = (RSAPublicKey) key.getPublic();
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%d","n":"%s","e":"%s"}]}"""
        .formatted(keyNumber, unsigned(rsa.getModulus()), unsigned(rsa.getPublicExponent()));
  }

  private static String unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    var start = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  private void serve(String path, Supplier<String> json) {
    server.createContext(
        path,
        exchange -> {
          var bytes = json.get().getBytes(UTF_8);
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
