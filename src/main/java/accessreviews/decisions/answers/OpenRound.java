package accessreviews.decisions.answers;

import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Access;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.stages.StageNotInProgress;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * An instance, or a stage of it, whose items are about to be answered; it stays open until the
 * transaction ends.
 *
 * @param stage null for the whole instance
 */
record OpenRound(UUID instance, @Nullable String stage, boolean justificationRequired) {
  /** All items of the instance, in SQL. */
  static final String OF_INSTANCE = "i.id = :instance";

  private static final String STAGE =
      """
      select s.stage_id, s.status from access_review_stage s
      where s.id = :stage and s.instance_id = :instance""";

  private static final String REVIEWED =
      """
      i.id in (
        select r.instance_id from access_review_reviewer r
        where r.user_id = :caller and r.contacted)""";

  private static final String EVERYWHERE =
      """
      select i.id,
        coalesce(cast(i.settings ->> 'justificationRequiredOnApproval' as boolean), false)
          as justification
      from access_review_instance i
      where i.status = 'InProgress' and <reached>
      order by i.id
      for share of i""";

  /** Refuses what {@code access} does not reach, and what is not open. */
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

  /** Every open instance that {@code access} may answer in, in an order that all keep to. */
  static List<OpenRound> everywhere(Session database, Access access) {
    return database
        .createNativeQuery(
            EVERYWHERE.replace("<reached>", access.isByRole() ? "true" : REVIEWED), Tuple.class)
        .setProperties(access.isByRole() ? Map.of() : Map.of("caller", access.caller()))
        .getResultStream()
        .map(
            row ->
                new OpenRound(
                    row.get("id", UUID.class), null, row.get("justification", Boolean.class)))
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
    return database
        .createNativeQuery(STAGE, Tuple.class)
        .setParameter("stage", stage)
        .setParameter("instance", key.instance())
        .uniqueResultOptional()
        .map(
            row ->
                new Stage(
                    stage,
                    row.get("stage_id", String.class),
                    ReviewStatus.valueOf(row.get("status", String.class))))
        .orElseThrow(() -> access.unreachable(stage));
  }

  /** Its items that are open, in SQL. */
  String items() {
    return OF_INSTANCE + " and " + Recording.OPEN + (stage == null ? "" : " and d.stage = :stage");
  }

  Map<String, Object> parameters() {
    return stage == null
        ? Map.of("instance", instance)
        : Map.of("instance", instance, "stage", stage);
  }
}
