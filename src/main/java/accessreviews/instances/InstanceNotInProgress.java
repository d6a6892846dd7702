package accessreviews.instances;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** The call needs an open instance, and this one is not open. */
public class InstanceNotInProgress extends Refused {
  private static final long serialVersionUID = 1L;

  /** Names the instance and its status. */
  public InstanceNotInProgress(UUID id, ReviewStatus status) {
    super(
        Refusal.INSTANCE_NOT_IN_PROGRESS,
        "status",
        "The instance %s is %s; this needs the status InProgress.".formatted(id, status));
  }
}
