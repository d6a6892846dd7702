package accessreviews.dev.signin;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Lets dev mode and tests sign and trust tokens of their own where no issuer is configured. */
public final class DevIssuerFactory implements ConfigSourceFactory {
  static final String ISSUER = "access-reviews-dev";
  private static final String AUTH_SERVER_URL = "quarkus.oidc.auth-server-url";

  /** The profile of the emulator's own build; a production build has nothing that signs. */
  private static final String EMULATOR = "emulator";

  /** Below everything that someone sets. */
  private static final int ORDINAL = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    var url = context.getValue(AUTH_SERVER_URL).getValue();
    if ((url != null && !url.isBlank()) || !isForTrials(context)) {
      return List.of();
    }
    var key = DevKey.keptIn(Path.of(".dev"));
    return List.of(
        new PropertiesConfigSource(
            Map.of(
                "quarkus.oidc.public-key", key.publicKey(),
                "quarkus.oidc.token.issuer", ISSUER,
                "smallrye.jwt.sign.key", key.privateKey()),
            "dev issuer",
            ORDINAL));
  }

  private static boolean isForTrials(ConfigSourceContext context) {
    var mode = LaunchMode.current();
    return mode == LaunchMode.DEVELOPMENT
        || mode == LaunchMode.TEST
        || context.getProfiles().contains(EMULATOR);
  }
}
