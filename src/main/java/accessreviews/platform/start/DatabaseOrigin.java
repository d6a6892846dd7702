package accessreviews.platform.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Says in one line which PostgreSQL the application uses. */
@ApplicationScoped
class DatabaseOrigin {
  /** The setting by which a database that nobody configured says where it comes from. */
  private static final String PROPERTY = "access-reviews.database.origin";

  private static final Logger LOG = Logger.getLogger(DatabaseOrigin.class);

  private final Optional<String> origin;
  private final Optional<String> url;

  DatabaseOrigin(
      @ConfigProperty(name = PROPERTY) Optional<String> origin,
      @ConfigProperty(name = Preconditions.URL) Optional<String> url) {
    this.origin = origin;
    this.url = url;
  }

  void atStart(@Observes StartupEvent event) {
    origin.or(() -> url.map(DatabaseOrigin::asConfigured)).ifPresent(LOG::info);
  }

  /** Without user and password: a URL can carry them in its query. */
  static String asConfigured(String url) {
    return "PostgreSQL: " + url.replaceFirst("\\?.*", "") + " as configured";
  }
}
