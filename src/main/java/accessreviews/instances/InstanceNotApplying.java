package accessreviews.instances;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/**
 * Applying cannot be stopped: it is not under way, or the settings of the review do not allow it.
 */
class InstanceNotApplying extends Refused {
  private static final long serialVersionUID = 1L;

  InstanceNotApplying(UUID id, ReviewStatus status) {
    super(
        Refusal.INSTANCE_NOT_APPLYING,
        "status",
        """
        The instance %s is %s. Applying can be stopped only while the status is Applying, and only \
        with autoApplyDecisionsEnabled, defaultDecisionEnabled and \
        disableAndDeleteUserApplyAction."""
            .formatted(id, status));
  }
}
