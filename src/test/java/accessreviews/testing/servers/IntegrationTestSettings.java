package accessreviews.testing.servers;

import accessreviews.testing.Tokens;
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

  /** Outlives a service that is started again, as the tokens do that the tests have from it. */
  private static @Nullable Issuer issuer;

  @Override
  public Map<String, String> start() {
    var config = ConfigProvider.getConfig();
    var settings = new HashMap<String, String>();
    for (var name : DATABASE) {
      settings.put(name, config.getValue(name, String.class));
    }
    var known = issuer(config.getOptionalValue(ISSUER_URL, URI.class).orElse(null));
    settings.put("quarkus.oidc.auth-server-url", known.url());
    settings.put(Tokens.SIGNER, known.localUrl());
    settings.put("access-reviews.emulator.enabled", "true");
    return settings;
  }

  private static synchronized Issuer issuer(@Nullable URI url) {
    try {
      var known = issuer != null ? issuer : url == null ? Issuer.start() : Issuer.startAt(url);
      issuer = known;
      return known;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The issuer ends with the tests' process. */
  @Override
  public void stop() {}
}
