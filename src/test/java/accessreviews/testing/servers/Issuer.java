package accessreviews.testing.servers;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BinaryOperator;

/** An OpenID Connect issuer on loopback: discovery, a key, and tokens signed with it. */
public final class Issuer implements AutoCloseable {
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  /** Where tokens are had, as in dev mode. */
  public static final String SIGNS = "/dev/token";

  private final HttpServer server;
  private final String url;
  private final IssuerSignIn signIn;
  private final AtomicInteger keysFetched = new AtomicInteger();
  private KeyPair key;
  private String keyId;

  private Issuer(HttpServer server, String url) throws GeneralSecurityException {
    this.server = server;
    this.url = url;
    this.key = newKey();
    this.keyId = newId();
    this.signIn = new IssuerSignIn(this, server);
  }

  /** How people sign in there with a browser. */
  public IssuerSignIn signIn() {
    return signIn;
  }

  /** Signs with another key from now on, and no longer names the old one. */
  public void rotateKey() throws GeneralSecurityException {
    key = newKey();
    keyId = newId();
  }

  /** Never one from before: a service that knows that would not fetch the key. */
  private static String newId() {
    return UUID.randomUUID().toString();
  }

  private static KeyPair newKey() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  /** An issuer on a free port. */
  public static Issuer start() throws IOException, GeneralSecurityException {
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    return started(server, "http://localhost:" + server.getAddress().getPort());
  }

  /** The issuer that a service knows by {@code url}; a container finds it there, too. */
  public static Issuer startAt(URI url) throws IOException, GeneralSecurityException {
    return started(HttpServer.create(new InetSocketAddress(url.getPort()), 0), url.toString());
  }

  private static Issuer started(HttpServer server, String url) throws GeneralSecurityException {
    var issuer = new Issuer(server, url);
    issuer.serve(
        "/.well-known/openid-configuration",
        (host, body) ->
            """
        {"issuer":"%1$s","jwks_uri":"%1$s/keys","authorization_endpoint":"%1$s/authorize",
         "token_endpoint":"%1$s/token","end_session_endpoint":"%1$s/end-session"}"""
                .formatted("http://" + host));
    issuer.serve("/keys", (host, body) -> issuer.keys());
    issuer.serve(SIGNS, (host, body) -> issuer.signed(body));
    server.start();
    return issuer;
  }

  /** By which services know it. */
  public String url() {
    return url;
  }

  /** Where it is on this computer, whatever it is called elsewhere. */
  String localUrl() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** A token that is valid for five minutes; {@code claims} are members of a JSON object. */
  public String token(String claims) throws GeneralSecurityException {
    return token(claims, Instant.now().plusSeconds(300));
  }

  /** A token of the issuer as services know it that reach it by another {@code url}. */
  public String tokenOf(String url, String claims) throws GeneralSecurityException {
    return token(url, claims, Instant.now().plusSeconds(300));
  }

  /** A token that expires at {@code end}. */
  public String token(String claims, Instant end) throws GeneralSecurityException {
    return token(url(), claims, end);
  }

  private String token(String name, String claims, Instant end) throws GeneralSecurityException {
    var content =
        encoded("{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"%s\"}".formatted(keyId))
            + "."
            + encoded(
                """
                {"iss":"%s","iat":%d,"exp":%d%s}"""
                    .formatted(
                        name,
                        end.minusSeconds(3600).getEpochSecond(),
                        end.getEpochSecond(),
                        claims.isBlank() ? "" : "," + claims));
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initSign(key.getPrivate());
    signature.update(content.getBytes(UTF_8));
    return content + "." + BASE64.encodeToString(signature.sign());
  }

  /** How often services asked for the key. */
  public int keysFetched() {
    return keysFetched.get();
  }

  private String keys() {
    keysFetched.incrementAndGet();
    var rsa = (RSAPublicKey) key.getPublic();
    return """
    {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"%s","n":"%s","e":"%s"}]}"""
        .formatted(keyId, unsigned(rsa.getModulus()), unsigned(rsa.getPublicExponent()));
  }

  private static String unsigned(BigInteger number) {
    var bytes = number.toByteArray();
    var start = bytes[0] == 0 ? 1 : 0;
    return BASE64.encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
  }

  private static String encoded(String json) {
    return BASE64.encodeToString(json.getBytes(UTF_8));
  }

  /** A token for a day, as dev mode signs them: {@code claims} are a JSON object. */
  private String signed(String claims) {
    try {
      return token(
          claims.strip().replaceAll("^\\{|}$", ""), Instant.now().plus(Duration.ofDays(1)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(String path, BinaryOperator<String> answer) {
    server.createContext(
        path,
        exchange -> {
          var sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
          var bytes =
              answer.apply(exchange.getRequestHeaders().getFirst("Host"), sent).getBytes(UTF_8);
          exchange
              .getResponseHeaders()
              .add("Content-Type", path.equals(SIGNS) ? "text/plain" : "application/json");
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
