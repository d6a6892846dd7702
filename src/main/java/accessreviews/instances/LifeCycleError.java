package accessreviews.instances;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;

/** What went wrong in the life of an instance, Graph's {@code accessReviewError}. */
@RegisterForReflection
public record LifeCycleError(String code, String message) {
  /** Whether the instance waits for somebody to confirm that applying may remove much. */
  public boolean holdsBack() {
    return code.equals("applyNeedsConfirmation");
  }

  /** An instance in {@code Failed}: a step of its life failed each time it was tried. */
  public static LifeCycleError couldNotGoOn(Instant at) {
    return new LifeCycleError(
        "couldNotGoOn",
        "The review could not go on and was given up at %s. The service's log has the reason."
            .formatted(at));
  }
}
