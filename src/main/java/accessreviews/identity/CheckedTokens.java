package accessreviews.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.identity.browser.PortalSignIn;
import accessreviews.platform.Sha256;
import accessreviews.refusal.Refused;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.oidc.runtime.OidcConfig;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the content of valid tokens for a minute, and never beyond their expiry. A client sends
 * the same token with every request, and its content does not change
 * (docs/adr/0015-checked-tokens.md).
 */
@Alternative
@Priority(1)
@ApplicationScoped
class CheckedTokens implements HttpAuthenticationMechanism {
  /** The same time as keys are kept before they are fetched again. */
  private static final Duration REMEMBERED = Duration.ofMinutes(1);

  private static final int MOST = 2_000;
  private static final String CALLER = "caller";

  /** The default, and the portal's, which is for other paths. */
  private static final Set<String> OTHER_TENANTS =
      Set.of(OidcConfig.DEFAULT_TENANT_KEY, PortalSignIn.TENANT);

  private record Checked(CallerToken caller, Instant expires) {}

  private final OidcAuthenticationMechanism oidc;
  private final ClaimsConfig claims;
  private final boolean remembers;
  private final IssuerOutage outage;
  private final PortalSignIn portal;
  private final Cache<ByteBuffer, Checked> checked =
      Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

  CheckedTokens(
      OidcAuthenticationMechanism oidc,
      OidcConfig config,
      ClaimsConfig claims,
      IssuerOutage outage,
      PortalSignIn portal) {
    this.oidc = oidc;
    this.outage = outage;
    this.portal = portal;
    this.claims = claims;
    this.remembers = isAllInTheHeader(config);
  }

  /** Whether the token in {@code Authorization} alone identifies the caller. */
  private static boolean isAllInTheHeader(OidcConfig config) {
    var token = OidcConfig.getDefaultTenant(config).token();
    return OTHER_TENANTS.containsAll(config.namedTenants().keySet())
        && token.header().isEmpty()
        && token.authorizationScheme().equalsIgnoreCase("Bearer")
        && !token.binding().certificate()
        && !token.requireJwtIntrospectionOnly()
        && token.verifyAccessTokenWithUserInfo().filter(verified -> verified).isEmpty();
  }

  /** The content of the token of a request; null without a valid token. */
  static @Nullable CallerToken caller(SecurityIdentity identity) {
    return identity.getAttribute(CALLER);
  }

  @Override
  public Uni<SecurityIdentity> authenticate(RoutingContext call, IdentityProviderManager checks) {
    return PortalSignIn.isPage(call.normalizedPath())
        ? person(call, checks)
        : byToken(call, checks);
  }

  /** The person whose session {@code call} belongs to. Tokens in headers do not count on pages. */
  private Uni<SecurityIdentity> person(RoutingContext call, IdentityProviderManager checks) {
    call.request().headers().remove(HttpHeaders.AUTHORIZATION);
    if (!portal.isServed()) {
      return Uni.createFrom().nullItem();
    }
    var sessions = portal.sessions();
    if (sessions == null) {
      return oidc.authenticate(call, checks)
          .onFailure()
          .transform(outage::shown)
          .onItem()
          .ifNotNull()
          .transform(
              identity ->
                  identity.getPrincipal() instanceof JsonWebToken token
                      ? session(CallerToken.ofSession(token, claims), identity)
                      : identity);
    }
    var token = sessions.token(call);
    if (token == null) {
      return Uni.createFrom().nullItem();
    }
    call.request().headers().set(HttpHeaders.AUTHORIZATION, "Bearer " + token);
    return byToken(call, checks)
        .onFailure(failure -> !(failure instanceof Refused))
        .recoverWithUni(() -> sessionIsOver(call));
  }

  /** Nobody; it is this class that leads to the sign-in, not the one that refused the token. */
  private Uni<SecurityIdentity> sessionIsOver(RoutingContext call) {
    call.put(HttpAuthenticationMechanism.class.getName(), this);
    return Uni.createFrom().nullItem();
  }

  /** The caller with what the issuer's session needs: its tokens, so that signing out ends both. */
  private static SecurityIdentity session(CallerToken caller, SecurityIdentity identity) {
    return QuarkusSecurityIdentity.builder(identity).addAttribute(CALLER, caller).build();
  }

  private Uni<SecurityIdentity> byToken(RoutingContext call, IdentityProviderManager checks) {
    var sent = remembers ? call.request().getHeader(HttpHeaders.AUTHORIZATION) : null;
    var key = sent == null ? null : digest(sent);
    var known = key == null ? null : checked.getIfPresent(key);
    if (known != null && Instant.now().isBefore(known.expires())) {
      return Uni.createFrom().item(identity(known.caller()));
    }
    return oidc.authenticate(call, checks)
        .onFailure()
        .transform(outage::shown)
        .onItem()
        .ifNotNull()
        .transform(
            identity ->
                identity.getPrincipal() instanceof JsonWebToken token
                    ? identity(remembered(key, token))
                    : identity);
  }

  private CallerToken remembered(@Nullable ByteBuffer key, JsonWebToken token) {
    var caller = CallerToken.of(token, claims);
    if (key != null) {
      checked.put(key, new Checked(caller, Instant.ofEpochSecond(token.getExpirationTime())));
    }
    return caller;
  }

  private static SecurityIdentity identity(CallerToken caller) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new QuarkusPrincipal(String.valueOf(caller.id())))
        .addAttribute(CALLER, caller)
        .build();
  }

  private static ByteBuffer digest(String header) {
    return ByteBuffer.wrap(Sha256.digest().digest(header.getBytes(UTF_8)));
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext call) {
    if (PortalSignIn.isPage(call.normalizedPath())) {
      if (!portal.isServed()) {
        return Uni.createFrom().item(new ChallengeData(404, null, null));
      }
      if (portal.sessions() != null) {
        return Uni.createFrom()
            .item(new ChallengeData(303, HttpHeaders.LOCATION, PortalSignIn.choiceFor(call)));
      }
    }
    return oidc.getChallenge(call);
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return oidc.getCredentialTypes();
  }

  @Override
  public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext call) {
    return oidc.getCredentialTransport(call);
  }
}
