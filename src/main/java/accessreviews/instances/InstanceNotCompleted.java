package accessreviews.instances;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** The decisions of an instance cannot be applied: it has not ended, or applying has begun. */
class InstanceNotCompleted extends Refused {
  private static final long serialVersionUID = 1L;

  InstanceNotCompleted(UUID id, ReviewStatus status) {
    super(
        Refusal.INSTANCE_NOT_COMPLETED,
        "status",
        (status == ReviewStatus.Completed
                ? "The decisions of the instance %s are already waiting to be applied."
                : "The instance %s is %s; applying its decisions needs the status Completed.")
            .formatted(id, status));
  }
}
