package accessreviews.dev.postgres;

import io.smallrye.config.ConfigSourceContext;
import java.time.Duration;

/**
 * What is configured about the local PostgreSQL; read by hand, since no config mapping exists yet.
 *
 * @param container whether a container engine is asked at all
 * @param pullTimeout how long the engine may take to pull the image
 */
record DevDatabaseConfig(boolean container, Duration pullTimeout) {
  static final String CONTAINER = "access-reviews.local-database.container";
  static final String PULL_TIMEOUT = "access-reviews.local-database.pull-timeout";

  static DevDatabaseConfig in(ConfigSourceContext context) {
    return new DevDatabaseConfig(
        Boolean.parseBoolean(valueOr(context, CONTAINER, "true")),
        Duration.parse(valueOr(context, PULL_TIMEOUT, "PT60S")));
  }

  private static String valueOr(ConfigSourceContext context, String name, String otherwise) {
    var value = context.getValue(name).getValue();
    return value == null || value.isBlank() ? otherwise : value;
  }
}
