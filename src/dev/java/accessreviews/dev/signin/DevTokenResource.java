package accessreviews.dev.signin;

import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.Open;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** {@code POST /dev/token}: a token for any caller one wants to be. No production build has it. */
@Path("/dev/token")
@Consumes(MediaType.WILDCARD)
public class DevTokenResource {
  private static final Logger LOG = Logger.getLogger(DevTokenResource.class);
  private static final Duration LIFESPAN = Duration.ofHours(12);

  /** The caller that a request without claims asks for: a Global Administrator who may do all. */
  private static final String ADMINISTRATOR =
      """
      {"oid":"2560f739-2e0e-4550-9fa0-1a1e67ae0ab8","name":"MOD Administrator",
       "upn":"admin@contoso.com","wids":["62e90394-69f5-4237-9190-012177145e10"],
       "scp":"AccessReview.ReadWrite.All Directory.ReadWrite.All Policy.ReadWrite.AccessReview Emulator.Control"}""";

  /** Seconds until the token expires, and the token, as OAuth 2.0 names them. */
  public record TokenView(
      @JsonProperty("token_type") String tokenType,
      @JsonProperty("expires_in") long expiresIn,
      @JsonProperty("access_token") String accessToken) {}

  private final boolean signs;
  private final int port;

  DevTokenResource(
      @ConfigProperty(name = "smallrye.jwt.sign.key", defaultValue = "") String key,
      @ConfigProperty(name = "quarkus.http.port") int port) {
    this.signs = !key.isEmpty();
    this.port = port;
  }

  void onStart(@Observes StartupEvent start) {
    if (signs) {
      LOG.infof(
          "Sign in: TOKEN=$(curl -s -X POST -H 'Accept: text/plain' http://localhost:%d/dev/token)",
          port);
    }
  }

  @POST
  @Open
  @Operation(hidden = true)
  @Produces(MediaType.APPLICATION_JSON)
  public TokenView token(JsonBody body) {
    return new TokenView("Bearer", LIFESPAN.toSeconds(), signed(body));
  }

  @POST
  @Open
  @Operation(hidden = true)
  @Produces(MediaType.TEXT_PLAIN)
  public String plainToken(JsonBody body) {
    return signed(body);
  }

  private String signed(JsonBody body) {
    if (!signs) {
      throw new NotFoundException(); // an issuer is configured: it signs
    }
    var now = Instant.now();
    var claims = body.asParameters(ObjectNode.class);
    return Jwt.claimsJson(claims.isEmpty() ? ADMINISTRATOR : words(claims))
        .issuer(DevIssuerFactory.ISSUER)
        .issuedAt(now)
        .expiresAt(now.plus(LIFESPAN))
        .sign();
  }

  /** Every member becomes a claim; {@code scp} may be a list, which tokens write as words. */
  private static String words(ObjectNode claims) {
    if (claims.get("scp") instanceof ArrayNode scopes) {
      claims.put(
          "scp", scopes.valueStream().map(JsonNode::asText).collect(Collectors.joining(" ")));
    }
    return claims.toString();
  }
}
