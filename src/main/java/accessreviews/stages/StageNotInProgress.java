package accessreviews.stages;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** A stage that is not open was to be stopped or answered. */
public class StageNotInProgress extends Refused {
  private static final long serialVersionUID = 1L;

  /** Names the stage, and where it is instead. */
  public StageNotInProgress(UUID id, ReviewStatus status) {
    super(
        Refusal.STAGE_NOT_IN_PROGRESS,
        "status",
        "The stage %s is %s; this needs the status InProgress.".formatted(id, status));
  }
}
