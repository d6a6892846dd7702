package accessreviews.directory.files;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The limits of imports. */
@ConfigMapping(prefix = "access-reviews.imports")
interface ImportsConfig {
  /** How many a replica takes at once; more are answered with 429. */
  @WithDefault("2")
  int atOnce();

  /** The largest file that is taken; larger ones are answered with 413. */
  @WithDefault("1G")
  MemorySize largestFile();

  /** The time within which a file has to come; later ones are answered with 408. */
  @WithDefault("1H")
  Duration longestUpload();
}
