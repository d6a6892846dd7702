package accessreviews.notifications.occasions;

import accessreviews.notifications.outbox.NoticesConfig;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;

/** Settings as a test wants them, and otherwise their defaults. */
final class Settings {
  static final NoticesConfig DEFAULT = of(Duration.ZERO, false);

  private Settings() {}

  static NoticesConfig of(Duration digest, boolean remindFinished) {
    return new SmallRyeConfigBuilder()
        .withMapping(NoticesConfig.class)
        .withSources(
            new PropertiesConfigSource(
                Map.of(
                    "access-reviews.notices.digest",
                    digest.toString(),
                    "access-reviews.notices.remind-finished",
                    Boolean.toString(remindFinished)),
                "test",
                100))
        .build()
        .getConfigMapping(NoticesConfig.class);
  }
}
