package accessreviews.stages;

import accessreviews.definitions.ReviewStatus;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.UUID;

/** A stage cannot be stopped, or an item cannot be answered in it. */
public class StageNotInProgress extends Refused {
  private static final long serialVersionUID = 1L;

  /** The stage is not open: names the stage and its status. */
  public StageNotInProgress(UUID id, ReviewStatus status) {
    this("The stage %s is %s; this needs the status InProgress.".formatted(id, status));
  }

  private StageNotInProgress(String sentence) {
    super(Refusal.STAGE_NOT_IN_PROGRESS, "status", sentence);
  }

  /** The item is not in the stage any more. */
  public static StageNotInProgress left(UUID item, UUID stage) {
    return new StageNotInProgress(
        "The item %s is no longer in the stage %s; answer it in the stage that it is in."
            .formatted(item, stage));
  }

  /** The item has moved to a stage in which the caller does not review it. */
  public static StageNotInProgress ofOthers(UUID item, UUID stage) {
    return new StageNotInProgress(
        "The item %s is in the stage %s now; you do not review it there.".formatted(item, stage));
  }
}
