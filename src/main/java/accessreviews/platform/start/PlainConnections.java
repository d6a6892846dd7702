package accessreviews.platform.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Warns where the service reaches its issuer or its database over a network without encryption.
 * Whoever is between them could sign tokens or read reviews. Loopback is no network.
 */
@ApplicationScoped
public class PlainConnections {
  private static final Logger LOG = Logger.getLogger(PlainConnections.class);

  /** The {@code sslmode}s of the driver that do not go on without encryption. */
  private static final Set<String> ENCRYPTED = Set.of("require", "verify-ca", "verify-full");

  private static final String PROPERTIES = "quarkus.datasource.jdbc.additional-jdbc-properties";

  private final Optional<String> issuer;
  private final Optional<String> database;
  private final Map<String, String> properties;

  PlainConnections(
      @ConfigProperty(name = Preconditions.ISSUER) Optional<String> issuer,
      @ConfigProperty(name = Preconditions.URL) Optional<String> database,
      @ConfigProperty(name = PROPERTIES) Optional<Map<String, String>> properties) {
    this.issuer = issuer;
    this.database = database;
    this.properties = properties.orElse(Map.of());
  }

  void onStart(@Observes StartupEvent start) {
    if (LaunchMode.current() == LaunchMode.NORMAL) {
      warnings(issuer, database, properties).forEach(LOG::warn);
    }
  }

  /** One sentence for each connection that is not encrypted. */
  static Stream<String> warnings(
      Optional<String> issuer, Optional<String> database, Map<String, String> properties) {
    return Stream.concat(
        issuer
            .filter(PlainConnections::isPlain)
            .map(
                url ->
                    "The issuer of tokens is reached without encryption: %s. Set".formatted(url)
                        + " QUARKUS_OIDC_AUTH_SERVER_URL to an https URL (docs/security.md).")
            .stream(),
        database
            .filter(url -> isPlain(url, properties))
            .map(
                url ->
                    "The connection to the database may be without encryption. Add"
                        + " sslmode=verify-full to QUARKUS_DATASOURCE_JDBC_URL (docs/security.md).")
            .stream());
  }

  private static boolean isPlain(String issuer) {
    return isPlain(URI.create(issuer.strip()));
  }

  /** Whether {@code url} leads over a network without encryption. */
  public static boolean isPlain(URI url) {
    return "http".equalsIgnoreCase(url.getScheme()) && !isLoopback(String.valueOf(url.getHost()));
  }

  private static boolean isPlain(String database, Map<String, String> more) {
    var given = new Properties();
    given.putAll(more);
    var read = Driver.parseURL(database, given);
    if (read == null) {
      return false; // no PostgreSQL URL: Preconditions refuses it
    }
    return !ENCRYPTED.contains(String.valueOf(PGProperty.SSL_MODE.getOrDefault(read)))
        && !Stream.of(String.valueOf(PGProperty.PG_HOST.getOrDefault(read)).split(","))
            .allMatch(PlainConnections::isLoopback);
  }

  private static boolean isLoopback(String host) {
    return host.equalsIgnoreCase("localhost")
        || host.matches("127(\\.\\d{1,3}){3}")
        || host.equals("::1")
        || host.equals("[::1]");
  }
}
