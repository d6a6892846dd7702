package accessreviews.directory.demo;

import accessreviews.platform.persistence.TimeLimits;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** People to review in dev mode and in a trial, where there is nobody yet. */
@ApplicationScoped
class DemoOrganisation {
  private static final Logger LOG = Logger.getLogger(DemoOrganisation.class);
  private static final String SCRIPT = "/demo/organisation.sql";

  private final AgroalDataSource database;
  private final boolean isTrial;

  DemoOrganisation(
      AgroalDataSource database,
      @ConfigProperty(name = "access-reviews.trial", defaultValue = "false") boolean isTrial) {
    this.database = database;
    this.isTrial = isTrial;
  }

  void onStart(@Observes StartupEvent start) {
    var isWanted = isTrial || LaunchMode.current() == LaunchMode.DEVELOPMENT;
    if (isWanted && fillWhereEmpty()) {
      LOG.info("The directory was empty: it has the demo organisation now.");
    }
  }

  /** Whether the directory was empty, and is not any more; one service at a time. */
  boolean fillWhereEmpty() {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              try (var connection = database.getConnection()) {
                return fill(connection);
              } catch (SQLException e) {
                throw new IllegalStateException(e);
              }
            });
  }

  private static boolean fill(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(TimeLimits.OF_STEP);
      statement.execute("lock table directory_object in share row exclusive mode");
      try (var object = statement.executeQuery("select from directory_object limit 1")) {
        if (object.next()) {
          return false;
        }
      }
      statement.execute(script());
      return true;
    }
  }

  private static String script() {
    try (var script = DemoOrganisation.class.getResourceAsStream(SCRIPT)) {
      return new String(
          Objects.requireNonNull(script, SCRIPT).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(SCRIPT, e);
    }
  }
}
