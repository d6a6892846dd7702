package accessreviews.life.apply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** When applying decisions wants a confirmation, because it would remove too much. */
@ConfigMapping(prefix = "access-reviews.apply-guard")
interface ApplyGuardConfig {
  /** Off for strict Graph behaviour: then whatever was denied is removed. */
  @WithDefault("true")
  boolean enabled();

  /** Up to this percentage of a resource's principals is removed without a question. */
  @WithDefault("50")
  @Min(0)
  @Max(100)
  int percent();

  /** Up to this many principals of a resource are removed without a question. */
  @WithDefault("10")
  @Min(0)
  long count();
}
