package accessreviews.odata;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What requests may be like. */
@ConfigMapping(prefix = "access-reviews.requests")
interface RequestsConfig {
  /** The longest body that is read; longer ones are answered with 413. */
  @WithDefault("1M")
  MemorySize largestBody();
}
