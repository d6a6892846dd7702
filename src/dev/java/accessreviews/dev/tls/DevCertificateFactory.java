package accessreviews.dev.tls;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.PropertiesConfigSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Gives dev mode and tests an https port with a certificate that they signed themselves. */
public final class DevCertificateFactory implements ConfigSourceFactory {
  private static final String CONFIGURATION = "quarkus.http.tls-configuration-name";
  private static final String NAME = "dev";

  /** Below everything that someone sets. */
  private static final int ORDINAL = 50;

  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    var mode = LaunchMode.current();
    if (context.getValue(CONFIGURATION).getValue() != null
        || (mode != LaunchMode.DEVELOPMENT && mode != LaunchMode.TEST)) {
      return List.of();
    }
    var certificate = DevCertificate.keptIn(Path.of(".dev").toAbsolutePath());
    return List.of(
        new PropertiesConfigSource(
            Map.of(
                CONFIGURATION,
                NAME,
                "quarkus.tls." + NAME + ".key-store.p12.path",
                certificate.keyStore().toString(),
                "quarkus.tls." + NAME + ".key-store.p12.password",
                DevCertificate.PASSWORD),
            "dev certificate",
            ORDINAL));
  }
}
