package accessreviews.instances;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** Decisions were to be applied of an instance that has not ended, or that was applied already. */
class InstanceNotCompleted extends Refused {
  private static final long serialVersionUID = 1L;

  InstanceNotCompleted(UUID id, ReviewStatus status) {
    super(
        Refusal.INSTANCE_NOT_COMPLETED,
        "status",
        "The instance %s is %s; applying its decisions needs the status Completed."
            .formatted(id, status));
  }
}
