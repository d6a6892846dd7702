package accessreviews.platform.due;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Settings of the search for due transitions. */
@ConfigMapping(prefix = "access-reviews.transitions")
interface TransitionsConfig {
  /**
   * The interval, from 100 ms to 5 s: a transition happens at most 5 seconds after its instant
   * (contract, "Time").
   */
  @WithDefault("1s")
  @DurationMin(millis = 100)
  @DurationMax(seconds = 5)
  Duration every();
}
