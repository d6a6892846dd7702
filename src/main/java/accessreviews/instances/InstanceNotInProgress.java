package accessreviews.instances;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** Something was asked of an instance that only an open one can do. */
public class InstanceNotInProgress extends Refused {
  private static final long serialVersionUID = 1L;

  /** Names the instance, and where it is instead. */
  public InstanceNotInProgress(UUID id, ReviewStatus status) {
    super(
        Refusal.INSTANCE_NOT_IN_PROGRESS,
        "status",
        "The instance %s is %s; this needs the status InProgress.".formatted(id, status));
  }
}
