package accessreviews.odata.paths;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of requests. */
@ConfigMapping(prefix = "access-reviews.requests")
public interface RequestsConfig {
  /** The longest body that is read; longer ones are answered with 413. */
  @WithDefault("1M")
  MemorySize largestBody();

  /** The time within which a body has to come; later ones are answered with 408. */
  @WithDefault("20S")
  Duration longestBody();

  /** The longest URL that is looked at, in characters; longer ones are answered with 414. */
  @WithDefault("16384")
  int longestUrl();

  /** The largest sum of header names and values, in characters; more is answered with 431. */
  @WithDefault("32768")
  int largestHeaders();
}
