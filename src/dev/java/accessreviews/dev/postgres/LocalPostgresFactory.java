package accessreviews.dev.postgres;

import io.quarkus.runtime.LaunchMode;
import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import java.util.List;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Gives dev mode and tests a PostgreSQL of their own where no JDBC URL is configured. */
public final class LocalPostgresFactory implements ConfigSourceFactory {
  @Override
  public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
    return sourcesFor(LaunchMode.current(), context);
  }

  /** The launch mode and not the profile: a test profile of any name has a database, too. */
  static List<ConfigSource> sourcesFor(LaunchMode mode, ConfigSourceContext context) {
    var url = context.getValue(LocalPostgresSource.URL).getValue();
    if (url != null && !url.isBlank()) {
      return List.of();
    }
    return switch (mode) {
      case DEVELOPMENT -> List.of(source(DevOrTest.DEV, context));
      case TEST -> List.of(source(DevOrTest.TEST, context));
      case NORMAL, RUN -> List.of();
    };
  }

  private static ConfigSource source(DevOrTest purpose, ConfigSourceContext context) {
    return new LocalPostgresSource(LocalPostgres.forThe(purpose, DevDatabaseConfig.in(context)));
  }
}
