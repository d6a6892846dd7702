package accessreviews.platform;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/** For how long rows are kept before they are deleted in the background. */
public final class Keeping {
  private Keeping() {}

  /** Refuses the start with a period {@code keep} that ends at once, or before. */
  public static void require(String setting, Period keep, String example) {
    if (keep.isNegative() || keep.isZero()) {
      throw new IllegalArgumentException(
          "%s is %s; it has to be longer, such as %s.".formatted(setting, keep, example));
    }
  }

  /** What was there before this instant is no longer kept at {@code now}. */
  public static Instant since(Instant now, Period keep) {
    return now.atOffset(ZoneOffset.UTC).minus(keep).toInstant();
  }
}
