package accessreviews.emulator;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the emulator, with which tests drive this service. */
@ConfigMapping(prefix = "access-reviews.emulator")
interface EmulatorConfig {
  /** Whether {@code /emulator} exists. Callers can then move the clock and delete everything. */
  @WithDefault("false")
  boolean enabled();
}
