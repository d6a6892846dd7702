package accessreviews.evidence.packages;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of packages of evidence, for one replica. */
@ConfigMapping(prefix = "access-reviews.evidence.packages")
interface PackagesConfig {
  /** How many are made at once; more are answered with 429. */
  @WithDefault("2")
  int atOnce();

  /** How many made ones are on their way to callers at once; more are answered with 429. */
  @WithDefault("20")
  int onTheirWay();

  /** How many of either one caller has at once; more are answered with 429. */
  @WithDefault("2")
  int ofACaller();

  /** For how long a package is sent; then its connection is closed. */
  @WithDefault("15M")
  Duration longestDelivery();
}
