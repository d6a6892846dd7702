package accessreviews.notifications.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.time.Period;

/** Settings of notices. */
@ConfigMapping(prefix = "access-reviews.notices")
public interface NoticesConfig {
  /** How many mails all replicas together send in a minute at most. */
  @WithDefault("600")
  @Min(1)
  @Max(1_000_000)
  int perMinute();

  /**
   * The period over which all notices of a person are collected into one mail; zero sends each
   * review's mail at once.
   */
  @WithDefault("PT0S")
  Duration digest();

  /**
   * Whether the reminder at half time goes to reviewers who have answered everything, too, as
   * Microsoft documents it.
   */
  @WithDefault("false")
  boolean remindFinished();

  /** How often each replica looks for notices that are due; {@code off} where it never does. */
  @WithDefault("1s")
  String every();

  /** For how long notices that were sent, dropped or given up can be looked up. */
  @WithDefault("P30D")
  Period keep();
}
