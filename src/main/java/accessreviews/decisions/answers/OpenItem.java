package accessreviews.decisions.answers;

import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstanceNotInProgress;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.stages.StageNotInProgress;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * An item that a reviewer wants to answer, and whether it can be answered now.
 *
 * @param stage the stage of the item; null in instances without stages
 * @param inCharge whether the caller reviews the item in its stage; false if they reviewed it only
 *     in an earlier stage
 */
record OpenItem(
    UUID id,
    long version,
    UUID instance,
    ReviewStatus status,
    @Nullable UUID stage,
    @Nullable ReviewStatus stageStatus,
    boolean inCharge,
    boolean justificationRequired) {
  private static final Sql FIND = Sql.file("decisions/answers/find-open-item");
  private static final Sql FIND_AS_IT_IS = FIND.filled("");
  private static final Sql FIND_AND_LOCK = FIND.filled("for update of d");

  /**
   * The item of {@code key} that {@code caller} reviews, or has reviewed in an earlier stage. Its
   * instance keeps its status until the transaction ends.
   *
   * @param stage the stage that the item is in or has been in; null for any stage
   * @param lock whether other writers of the item have to wait
   */
  static Optional<OpenItem> of(
      Session database,
      InstanceKey key,
      @Nullable UUID stage,
      UUID item,
      UUID caller,
      LockModeType lock) {
    var find = lock == LockModeType.PESSIMISTIC_WRITE ? FIND_AND_LOCK : FIND_AS_IT_IS;
    return BulkStatement.of(find)
        .with("item", item)
        .with("instance", key.instance())
        .with("definition", key.definition())
        .with("caller", caller)
        .id("asked_stage", stage)
        .query(database, Tuple.class)
        .addScalar("version", Long.class)
        .addScalar("status", String.class)
        .addScalar("stage", UUID.class)
        .addScalar("stage_status", String.class)
        .addScalar("in_charge", Boolean.class)
        .addScalar("justification_required", Boolean.class)
        .uniqueResultOptional()
        .map(row -> of(row, key, item));
  }

  private static OpenItem of(Tuple row, InstanceKey key, UUID item) {
    var stageStatus = row.get("stage_status", String.class);
    return new OpenItem(
        item,
        row.get("version", Long.class),
        key.instance(),
        ReviewStatus.valueOf(row.get("status", String.class)),
        row.get("stage", UUID.class),
        stageStatus == null ? null : ReviewStatus.valueOf(stageStatus),
        row.get("in_charge", Boolean.class),
        row.get("justification_required", Boolean.class));
  }

  /**
   * Refuses an item that cannot be answered now: its instance or stage is not open, it has left the
   * stage {@code asked} that the call names, or the caller does not review it in its stage.
   */
  void requireOpen(@Nullable UUID asked) {
    if (status != ReviewStatus.InProgress) {
      throw new InstanceNotInProgress(instance, status);
    }
    if (stage != null && stageStatus != null) {
      if (asked != null && !asked.equals(stage)) {
        throw StageNotInProgress.left(id, asked);
      }
      if (stageStatus != ReviewStatus.InProgress) {
        throw new StageNotInProgress(stage, stageStatus);
      }
      if (!inCharge) {
        throw StageNotInProgress.ofOthers(id, stage);
      }
    }
  }
}
