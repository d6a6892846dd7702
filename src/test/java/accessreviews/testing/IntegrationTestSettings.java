package accessreviews.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * What the service has to have in integration tests, whoever starts it: their database, their
 * issuer, and the emulator. The tests themselves see the same settings.
 */
public final class IntegrationTestSettings implements QuarkusTestResourceLifecycleManager {
  /** Where a service that runs already looks for the issuer of the tests. */
  private static final String ISSUER_URL = "issuer.url";

  private static final List<String> DATABASE =
      List.of(
          "quarkus.datasource.jdbc.url",
          "quarkus.datasource.username",
          "quarkus.datasource.password");

  private @Nullable Issuer issuer;

  @Override
  public Map<String, String> start() {
    var config = ConfigProvider.getConfig();
    var settings = new HashMap<String, String>();
    for (var name : DATABASE) {
      settings.put(name, config.getValue(name, String.class));
    }
    var started = startIssuer(config.getOptionalValue(ISSUER_URL, URI.class).orElse(null));
    issuer = started;
    settings.put("quarkus.oidc.auth-server-url", started.url());
    settings.put(Tokens.SIGNER, started.localUrl());
    settings.put("access-reviews.emulator.enabled", "true");
    return settings;
  }

  private static Issuer startIssuer(@Nullable URI url) {
    try {
      return url == null ? Issuer.start() : Issuer.startAt(url);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void stop() {
    if (issuer != null) {
      issuer.close();
    }
  }
}
