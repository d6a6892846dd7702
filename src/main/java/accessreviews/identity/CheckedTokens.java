package accessreviews.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the tokens that were found valid for a minute, and never beyond their own time: a
 * client sends the same one with every request, and its signature, issuer and claims do not change
 * (docs/adr/0015).
 */
@Alternative
@Priority(1)
@ApplicationScoped
class CheckedTokens implements HttpAuthenticationMechanism {
  /** As long as keys are kept before they are fetched again. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final int MOST = 2_000;
  private static final String CALLER = "caller";

  private record Checked(SecurityIdentity identity, Instant expires) {}

  private final OidcAuthenticationMechanism oidc;
  private final ClaimsConfig claims;
  private final Cache<String, Checked> checked =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  CheckedTokens(OidcAuthenticationMechanism oidc, ClaimsConfig claims) {
    this.oidc = oidc;
    this.claims = claims;
  }

  /** What the token of a request says of its caller; null where it has none that is valid. */
  static @Nullable CallerToken caller(SecurityIdentity identity) {
    return identity.getAttribute(CALLER);
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager checks) {
    var sent = call.request().getHeader(HttpHeaders.AUTHORIZATION);
    var known = sent == null ? null : checked.getIfPresent(sent);
    if (known != null && Instant.now().isBefore(known.expires())) {
      return Uni.createFrom().item(known.identity());
    }
    return oidc.authenticate(call, checks)
        .onItem()
        .ifNotNull()
        .transform(identity -> remembered(sent, identity));
  }

  private SecurityIdentity remembered(@Nullable String sent, SecurityIdentity identity) {
    if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
      return identity;
    }
    var caller =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(token)
            .addAttribute(CALLER, CallerToken.of(token, claims))
            .build();
    if (sent != null) {
      checked.put(sent, new Checked(caller, Instant.ofEpochSecond(token.getExpirationTime())));
    }
    return caller;
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext call) {
    return oidc.getChallenge(call);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }
}
