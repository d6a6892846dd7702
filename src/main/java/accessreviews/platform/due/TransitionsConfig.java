package accessreviews.platform.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** When the service looks for instances and stages that are to begin or end. */
@ConfigMapping(prefix = "access-reviews.transitions")
interface TransitionsConfig {
  /** How often, from 100 ms to 5 s: what is due happens within 5 seconds (contract, "Time"). */
  @WithDefault("1s")
  @DurationMin(millis = 100)
  @DurationMax(seconds = 5)
  Duration every();
}
