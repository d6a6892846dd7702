package accessreviews.identity.browser;

import io.quarkus.oidc.runtime.OidcConfig;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Who signs people in to the portal: the issuer, by the tenant {@code portal} of Quarkus' OpenID
 * Connect, or {@link BrowserSessions}. Where it is nobody, there is no portal.
 */
@ApplicationScoped
public class PortalSignIn {
  /** The path of all pages. */
  public static final String PAGES = "/reviews";

  /** Where one chooses who one is, without an issuer. */
  public static final String CHOICE = PAGES + "/sign-in";

  /** Where a session ends. */
  public static final String SIGN_OUT = PAGES + "/sign-out";

  /** Styles, scripts and icons, which everybody may read. */
  private static final String ASSETS = PAGES + "/assets/";

  /** The tenant of Quarkus' OpenID Connect that signs in browsers. */
  public static final String TENANT = "portal";

  private final boolean byIssuer;
  private final @Nullable BrowserSessions sessions;

  PortalSignIn(OidcConfig config, Instance<BrowserSessions> sessions) {
    this.byIssuer = config.namedTenants().containsKey(TENANT);
    this.sessions = sessions.stream().filter(BrowserSessions::areServed).findFirst().orElse(null);
  }

  /** Whether there is a portal. */
  public boolean isServed() {
    return byIssuer || sessions != null;
  }

  /** Whether the issuer signs in, and ends the session. */
  public boolean isByIssuer() {
    return byIssuer;
  }

  /** Whether {@code path} is one of the portal's. */
  public static boolean isPage(String path) {
    return path.equals(PAGES) || path.startsWith(PAGES + "/");
  }

  /** Whether {@code path}, one of the portal's, is for signed-in people alone. */
  boolean isForSignedIn(String path) {
    return !(path.startsWith(ASSETS) || (sessions != null && path.equals(CHOICE)));
  }

  /** The sessions that are used instead of an issuer's. */
  public @Nullable BrowserSessions sessions() {
    return byIssuer ? null : sessions;
  }

  /** The page of choice, which leads back to {@code call}. */
  public static String choiceFor(RoutingContext call) {
    var wanted = call.request().method().name().equals("GET") ? call.request().uri() : PAGES;
    return CHOICE + "?to=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8);
  }
}
