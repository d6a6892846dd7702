package accessreviews.decisions.report;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of downloads. */
@ConfigMapping(prefix = "access-reviews.downloads")
interface DownloadsConfig {
  /** The downloads that a replica serves at once. */
  @WithDefault("16")
  @Min(1)
  int atOnce();

  /** For how long one may last; a reader who is slower goes on with {@code Range}. */
  @WithDefault("1H")
  Duration longest();
}
