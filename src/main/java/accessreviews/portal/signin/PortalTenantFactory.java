package accessreviews.portal.signin;

import accessreviews.identity.browser.PortalSignIn;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.spi.ConfigSource;

/**
 * The settings of the tenant that signs in browsers, where {@code quarkus.oidc.portal.client-id} is
 * set: what the operator does not say is as the portal needs it, and the issuer is the API's.
 */
final class PortalTenantFactory implements ConfigSourceFactory {
  private static final String PREFIX = "quarkus.oidc." + PortalSignIn.TENANT + ".";
  private static final String AUTH_SERVER_URL = "auth-server-url";

  /** Below everything that someone sets. */
  private static final int ORDINAL = 50;

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("application-type", "web-app"),
          Map.entry("tenant-paths", PortalSignIn.PAGES + "," + PortalSignIn.PAGES + "/*"),
          Map.entry("authentication.pkce-required", "true"),
          Map.entry("authentication.cookie-path", PortalSignIn.PAGES),
          Map.entry("authentication.cookie-same-site", "lax"),
          Map.entry("authentication.redirect-path", PortalSignIn.PAGES),
          Map.entry("authentication.restore-path-after-redirect", "true"),
          Map.entry("authentication.java-script-auto-redirect", "false"),
          Map.entry("authentication.session-age-extension", "8H"),
          Map.entry("token.refresh-expired", "true"),
          Map.entry("logout.path", PortalSignIn.SIGN_OUT),
          Map.entry("logout.post-logout-path", PortalSignIn.PAGES));

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    if (value(context, PREFIX + "client-id").isEmpty()) {
      return List.of();
    }
    var settings = new HashMap<String, String>();
    SETTINGS.forEach((name, value) -> settings.put(PREFIX + name, value));
    value(context, "quarkus.oidc." + AUTH_SERVER_URL)
        .ifPresent(url -> settings.put(PREFIX + AUTH_SERVER_URL, url));
    return List.of(new PropertiesConfigSource(settings, "portal", ORDINAL));
  }

  private static Optional<String> value(ConfigSourceContext context, String name) {
    return Optional.ofNullable(context.getValue(name).getValue()).filter(text -> !text.isBlank());
  }
}
