package accessreviews.decisions.answers;

import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Access;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.stages.StageNotInProgress;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * An open instance, or an open stage of it, whose items are about to be answered. It stays open
 * until the transaction ends.
 *
 * @param stage null for the whole instance
 */
record OpenRound(UUID instance, @Nullable String stage, boolean justificationRequired) {
  /** The SQL condition for all items of the instance. */
  static final String OF_INSTANCE = "i.id = :instance";

  private static final Sql STAGE = Sql.file("decisions/answers/find-stage");
  private static final Sql HOLD = Sql.file("decisions/answers/hold-open-instances");
  private static final Sql HOLD_ALL = HOLD.filled("true");
  private static final Sql HOLD_REVIEWED =
      HOLD.filled(
          """
          i.id in (
            select asked.instance_id from access_review_asked_reviewer asked
            where asked.user_id = :caller)""");

  /**
   * The round at {@code key}; refuses one out of reach of {@code access}, and one that is not open.
   */
  static OpenRound of(Session database, InstanceKey key, @Nullable UUID stage, Access access) {
    var instance = AccessReviewInstance.required(key, access, LockModeType.PESSIMISTIC_READ);
    var round = stage == null ? null : stage(database, key, stage, access);
    instance.requireInProgress();
    if (round != null) {
      round.requireInProgress();
    }
    return new OpenRound(
        instance.id(),
        round == null ? null : round.stageId(),
        instance.settings().justificationRequiredOnApproval());
  }

  /** All open instances that {@code access} may answer in, in the same order for every caller. */
  static List<OpenRound> everywhere(Session database, Access access) {
    var hold =
        access.isByRole()
            ? BulkStatement.of(HOLD_ALL)
            : BulkStatement.of(HOLD_REVIEWED).with("caller", access.caller());
    return hold.query(database, Tuple.class)
        .getResultStream()
        .map(
            row ->
                new OpenRound(
                    row.get("id", UUID.class),
                    null,
                    row.get("justification_required", Boolean.class)))
        .toList();
  }

  private record Stage(UUID id, String stageId, ReviewStatus status) {
    void requireInProgress() {
      if (status != ReviewStatus.InProgress) {
        throw new StageNotInProgress(id, status);
      }
    }
  }

  private static Stage stage(Session database, InstanceKey key, UUID stage, Access access) {
    return BulkStatement.of(STAGE)
        .with("stage", stage)
        .with("instance", key.instance())
        .query(database, Tuple.class)
        .uniqueResultOptional()
        .map(
            row ->
                new Stage(
                    stage,
                    row.get("stage_id", String.class),
                    ReviewStatus.valueOf(row.get("status", String.class))))
        .orElseThrow(() -> access.unreachable(stage));
  }

  /** The SQL condition for its open items. */
  String items() {
    return OF_INSTANCE
        + " and "
        + DecisionWrite.OPEN
        + (stage == null ? "" : " and d.stage = :stage");
  }

  Map<String, Object> parameters() {
    return stage == null
        ? Map.of("instance", instance)
        : Map.of("instance", instance, "stage", stage);
  }
}
