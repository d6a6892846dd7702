package accessreviews.decisions.answers;

import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstanceNotInProgress;
import accessreviews.stages.StageNotInProgress;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * An item that its reviewer is about to answer, and whether it may be answered now.
 *
 * @param stage the stage that it is in; null in instances without stages
 * @param inCharge whether the caller reviews it now, and not only in a stage that it has left
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
  private static final String FOUND =
      """
      select * from (
        select d.version, i.status, s.id as stage, s.status as stage_status,
          coalesce(<reviewed>, false) as in_charge,
          exists (
            select from access_review_stage_decision was where was.instance_id = d.instance_id
              and was.item_id = d.id and was.stage <> d.stage
              and <was reviewed>) as was_in_charge,
          coalesce(cast(i.settings ->> 'justificationRequiredOnApproval' as boolean), false)
            as justification_required
        from access_review_decision_item d
          join access_review_instance i on i.id = d.instance_id
          left join access_review_stage s on s.instance_id = d.instance_id and s.stage_id = d.stage
        where d.id = :item and i.id = :instance and i.definition_id = :definition<in stage>
        for share of i<others wait>) found
      where in_charge or was_in_charge""";

  private static final String IN_STAGE =
      """

          and exists (
            select from access_review_stage asked
              join access_review_stage_decision there
                on there.instance_id = asked.instance_id and there.stage = asked.stage_id
            where asked.id = :stage and there.instance_id = d.instance_id
              and there.item_id = d.id)""";

  /**
   * The item of {@code key} that {@code caller} reviews, or has reviewed in an earlier stage. Its
   * instance stays in its state until the transaction ends.
   *
   * @param stage the stage that the item has to be in, or to have been in; null for any
   * @param lock whether others who answer the item have to wait
   */
  static Optional<OpenItem> of(
      Session database,
      InstanceKey key,
      @Nullable UUID stage,
      UUID item,
      UUID caller,
      LockModeType lock) {
    return database
        .createNativeQuery(sql(stage, lock), Tuple.class)
        .setProperties(stage == null ? Map.of() : Map.of("stage", stage))
        .addScalar("version", Long.class)
        .addScalar("status", String.class)
        .addScalar("stage", UUID.class)
        .addScalar("stage_status", String.class)
        .addScalar("in_charge", Boolean.class)
        .addScalar("justification_required", Boolean.class)
        .setParameter("item", item)
        .setParameter("instance", key.instance())
        .setParameter("definition", key.definition())
        .setParameter("caller", caller)
        .uniqueResultOptional()
        .map(row -> of(row, key, item));
  }

  private static String sql(@Nullable UUID stage, LockModeType lock) {
    return FOUND
        .replace("<in stage>", stage == null ? "" : IN_STAGE)
        .replace("<reviewed>", Recording.reviewed("d"))
        .replace("<was reviewed>", Recording.reviewed("was"))
        .replace("<others wait>", lock == LockModeType.PESSIMISTIC_WRITE ? " for update of d" : "");
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
