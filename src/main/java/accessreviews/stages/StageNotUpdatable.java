package accessreviews.stages;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** A stage that has ended cannot be changed. */
class StageNotUpdatable extends Refused {
  private static final long serialVersionUID = 1L;

  StageNotUpdatable(UUID id, ReviewStatus status) {
    super(
        Refusal.STAGE_NOT_UPDATABLE,
        "status",
        "The stage %s is %s; an update needs the status NotStarted, Initializing or InProgress."
            .formatted(id, status));
  }
}
