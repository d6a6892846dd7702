package accessreviews.odata;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How close the service keeps to what the live service was seen doing. */
@ConfigMapping(prefix = "access-reviews.graph")
public interface GraphConfig {
  /**
   * Whether requests are refused that the live service was seen refusing although this service can
   * serve them (observed.md, O2, O8, O9). For tests of automation that is to run there.
   */
  @WithDefault("false")
  boolean strict();
}
