package accessreviews.life.apply;

import accessreviews.identity.UserIdentity;
import accessreviews.instances.AccessReviewInstance;
import java.util.UUID;

/**
 * An instance is not applied automatically, or a caller has asked to apply it or to stop applying.
 *
 * @param by the service, if it holds the instance back
 * @param figures what applying removes, beside what the guard lets pass
 */
public record ApplyGuarded(
    Outcome outcome, UUID definition, UUID instance, UserIdentity by, RemovalFigures figures) {
  /** What became of the instance. */
  public enum Outcome {
    /** The guard objected. */
    HELD,
    /** A caller asked to apply it, whatever the guard says. */
    CONFIRMED,
    /** A caller stopped applying. */
    STOPPED
  }

  /** The same for {@code instance}. */
  public static ApplyGuarded of(
      Outcome outcome, AccessReviewInstance instance, UserIdentity by, RemovalFigures figures) {
    return new ApplyGuarded(outcome, instance.definitionId(), instance.id(), by, figures);
  }
}
