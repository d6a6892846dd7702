package accessreviews.emulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the emulator, with which tests of other software drive this service. */
@ConfigMapping(prefix = "access-reviews.emulator")
interface EmulatorConfig {
  /** Whether {@code /emulator} is there: callers may then move the clock and empty the service. */
  @WithDefault("false")
  boolean enabled();
}
