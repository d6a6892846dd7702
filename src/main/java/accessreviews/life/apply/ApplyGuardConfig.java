package accessreviews.life.apply;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Settings of the guard: how much applying may remove without a confirmation. */
@ConfigMapping(prefix = "access-reviews.apply-guard")
interface ApplyGuardConfig {
  /** False for strict Graph behaviour: every denial is applied. */
  @WithDefault("true")
  boolean enabled();

  /**
   * Applying may remove up to this percentage of a resource's principals without a confirmation.
   */
  @WithDefault("50")
  @Min(0)
  @Max(100)
  int percent();

  /** Applying may remove up to this number of principals of a resource without a confirmation. */
  @WithDefault("10")
  @Min(0)
  long count();
}
