package accessreviews.dev.signin;

import accessreviews.identity.Permission;
import accessreviews.identity.browser.BrowserSessions;
import accessreviews.identity.browser.PortalSignIn;
import io.smallrye.jwt.build.Jwt;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sessions of the portal without an issuer: a cookie with a token that the service signs. */
@ApplicationScoped
class DevSessions implements BrowserSessions {
  private static final String COOKIE = "access-reviews-session";
  private static final Duration LIFESPAN = Duration.ofHours(12);

  private final boolean signs;

  DevSessions(@ConfigProperty(name = "smallrye.jwt.sign.key", defaultValue = "") String key) {
    this.signs = !key.isEmpty();
  }

  @Override
  public boolean areServed() {
    return signs;
  }

  @Override
  public @Nullable String token(RoutingContext call) {
    var cookie = call.request().getCookie(COOKIE);
    return cookie == null || cookie.getValue().isEmpty() ? null : cookie.getValue();
  }

  /** Begins a session of {@code user}, whose roles and name the directory has. */
  void begin(UUID user, RoutingContext call) {
    var now = Instant.now();
    var token =
        Jwt.claim("oid", user.toString())
            .claim("scp", String.join(" ", Permission.OF_PORTAL))
            .issuer(DevIssuerFactory.ISSUER)
            .issuedAt(now)
            .expiresAt(now.plus(LIFESPAN))
            .sign();
    call.response().addCookie(cookie(call, token).setMaxAge(LIFESPAN.toSeconds()));
  }

  /** Ends the session in the browser. */
  void end(RoutingContext call) {
    call.response().addCookie(cookie(call, "").setMaxAge(0));
  }

  private static Cookie cookie(RoutingContext call, String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath(PortalSignIn.PAGES)
        .setHttpOnly(true)
        .setSecure(call.request().isSSL())
        .setSameSite(CookieSameSite.LAX);
  }
}
