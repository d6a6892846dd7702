package accessreviews.platform.start;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Whether the database answers, asked every second on a connection and a thread that nothing else
 * uses. The check itself has the last result and waits for nothing, so load alone makes no replica
 * unready. When another server answers than before, those who still wait for the old one are told.
 */
@Readiness
@ApplicationScoped
class DatabaseReadiness implements AsyncHealthCheck {
  private static final Logger LOG = Logger.getLogger(DatabaseReadiness.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** After this time without an answer the service is not ready: a slow answer is one, too. */
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static final int SECONDS_TO_ANSWER = 2;

  /** By its start a server is known, whatever its address is. */
  private static final String SERVER = "select pg_postmaster_start_time()::text";

  private final AgroalDataSource pool;
  private final @Nullable String url;
  private final Properties login = new Properties();
  private volatile long answered = System.nanoTime() - PATIENCE.toNanos();
  private volatile @Nullable Thread asking;
  private @Nullable String server;

  DatabaseReadiness(
      AgroalDataSource pool,
      @ConfigProperty(name = Preconditions.URL) Optional<String> url,
      @ConfigProperty(name = "quarkus.datasource.username") Optional<String> user,
      @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password) {
    this.pool = pool;
    this.url = url.orElse(null);
    user.ifPresent(name -> login.put("user", name));
    password.ifPresent(word -> login.put("password", word));
    login.put("connectTimeout", Integer.toString(SECONDS_TO_ANSWER));
    login.put("ApplicationName", "access-reviews-readiness");
  }

  void start(@Observes StartupEvent event) {
    asking = Thread.ofPlatform().daemon().name("database-readiness").start(this::ask);
  }

  void stop(@Observes ShutdownEvent event) {
    var thread = asking;
    if (thread != null) {
      thread.interrupt();
    }
  }

  @Override
  public Uni<HealthCheckResponse> call() {
    return Uni.createFrom()
        .item(
            HealthCheckResponse.named("Database connections health check")
                .status(System.nanoTime() - answered < PATIENCE.toNanos())
                .build());
  }

  private void ask() {
    while (!Thread.currentThread().isInterrupted()) {
      try (var connection = new Driver().connect(url, login)) {
        if (connection != null) {
          connection.setNetworkTimeout(Runnable::run, SECONDS_TO_ANSWER * 1_000);
          servedBy(server(connection));
          ask(connection);
        }
      } catch (SQLException e) {
        LOG.debugf("The database does not answer: %s", e.getMessage());
      }
      pause();
    }
  }

  /** Asks again and again until there is no answer. */
  private void ask(Connection connection) throws SQLException {
    while (!Thread.currentThread().isInterrupted()) {
      if (!connection.isValid(SECONDS_TO_ANSWER)) {
        return;
      }
      answered = System.nanoTime();
      pause();
    }
  }

  private static String server(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(SERVER)) {
      found.next();
      return found.getString(1);
    }
  }

  /**
   * {@code answering} is the server that answers now. Connections to another one lead nowhere, and
   * may not know it: they are closed, also those that somebody waits on.
   */
  void servedBy(String answering) {
    if (server != null && !answering.equals(server)) {
      LOG.warnf(
          "Another database server answers now: started %s, the one before %s", answering, server);
      pool.flush(AgroalDataSource.FlushMode.ALL);
    }
    server = answering;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
