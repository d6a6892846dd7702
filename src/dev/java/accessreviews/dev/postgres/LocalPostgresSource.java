package accessreviews.dev.postgres;

import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * The data source settings of the local PostgreSQL. Whoever asks for its URL starts the server. The
 * URL is not among the names, so that this is the application that starts and not the build, which
 * reads every name there is.
 */
final class LocalPostgresSource implements ConfigSource {
  static final String URL = "quarkus.datasource.jdbc.url";
  private static final String USERNAME = "quarkus.datasource.username";
  private static final String PASSWORD = "quarkus.datasource.password";

  /** What {@code platform.start.DatabaseOrigin} logs. */
  private static final String ORIGIN = "access-reviews.database.origin";

  /** Above the environment: user and password belong to the URL, whoever else sets them. */
  private static final int ORDINAL = 500;

  private final Supplier<RunningPostgres> postgres;

  LocalPostgresSource(Supplier<RunningPostgres> postgres) {
    this.postgres = postgres;
  }

  @Override
  public Set<String> getPropertyNames() {
    return Set.of(USERNAME, PASSWORD);
  }

  @Override
  public @Nullable String getValue(String name) {
    return switch (name) {
      case URL -> postgres.get().url();
      case USERNAME -> RunningPostgres.USER;
      case PASSWORD -> RunningPostgres.PASSWORD;
      case ORIGIN -> postgres.get().origin();
      default -> null;
    };
  }

  @Override
  public String getName() {
    return "local PostgreSQL";
  }

  @Override
  public int getOrdinal() {
    return ORDINAL;
  }
}
