package accessreviews.instances;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** Applying was to be stopped where it is not under way, or cannot be stopped. */
class InstanceNotApplying extends Refused {
  private static final long serialVersionUID = 1L;

  InstanceNotApplying(UUID id, ReviewStatus status) {
    super(
        Refusal.INSTANCE_NOT_APPLYING,
        "status",
        """
        The instance %s is %s; applying can be stopped while an instance is Applying, of a review \
        with autoApplyDecisionsEnabled, a default decision and disableAndDeleteUserApplyAction."""
            .formatted(id, status));
  }
}
