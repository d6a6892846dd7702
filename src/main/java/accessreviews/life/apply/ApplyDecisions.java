package accessreviews.life.apply;

import accessreviews.directory.Directory;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.hibernate.Session;

/**
 * What was decided is applied: the directory takes away the access that was denied, everything else
 * stays as it is. An item that has a result is never applied again.
 */
@ApplicationScoped
public class ApplyDecisions {
  private static final String APPLIER =
      """
      {"id":"00000000-0000-0000-0000-000000000000","displayName":"Access Reviews",
       "userPrincipalName":""}""";

  /** How long a denied guest is blocked before being deleted. */
  private static final Duration BLOCKED = Duration.ofDays(30);

  private static final List<String> REMOVALS =
      List.of(
          "drop table if exists access_removal",
          """
          create temporary table access_removal (
            item_id uuid primary key, principal_id uuid not null, principal_type text not null,
            resource_id uuid not null, apply_result text, apply_description text)
          on commit drop""");

  private final Directory directory;
  private final Session database;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  ApplyDecisions(
      Directory directory, Session database, InstantSource clock, MeterRegistry metrics) {
    this.directory = directory;
    this.database = database;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Removes the access that was denied in {@code instances}, and records each item's result. */
  public void apply(Instances instances) {
    remove(instances);
    record(instances);
    count();
  }

  private void remove(Instances instances) {
    REMOVALS.forEach(sql -> BulkStatement.of(sql).execute(database));
    BulkStatement.of(
            """
            insert into access_removal (item_id, principal_id, principal_type, resource_id)
            select d.id, d.principal_id, d.principal_type, d.resource_id
            from access_review_instance i join access_review_decision_item d
              on d.instance_id = i.id
            where %s and d.decision = 'Deny' and d.apply_result = 'New'"""
                .formatted(Instances.CONDITION))
        .with(instances.parameters())
        .execute(database);
    if (instances.any().settings().deletesGuests()) {
      directory.blockGuests(clock.instant().plus(BLOCKED));
    }
    directory.removeAccess(instances.any().scope());
  }

  /** What came of the removals, for those who watch the service. */
  private void count() {
    database
        .createNativeQuery(
            """
            select coalesce(apply_result, 'AppliedWithUnknownFailure') as result, count(*) as items
            from access_removal group by 1""",
            Tuple.class)
        .getResultList()
        .forEach(
            row ->
                metrics
                    .counter("access.reviews.removals", "result", row.get("result", String.class))
                    .increment(row.get("items", Long.class)));
  }

  private void record(Instances instances) {
    BulkStatement.of(
            """
            update access_review_decision_item d
            set apply_result = coalesce(removal.apply_result,
                case when d.decision = 'Deny' then 'AppliedWithUnknownFailure'
                  else 'AppliedSuccessfully' end),
              apply_description = removal.apply_description,
              applied_by = coalesce(i.apply_requested_by, cast(:applier as jsonb)),
              applied_date_time = :now,
              version = d.version + 1
            from access_review_decision_item item
              join access_review_instance i on i.id = item.instance_id
              left join access_removal removal on removal.item_id = item.id
            where %s and d.id = item.id and item.apply_result = 'New'"""
                .formatted(Instances.CONDITION))
        .with(instances.parameters())
        .with("applier", APPLIER)
        .at("now", clock.instant())
        .execute(database);
  }
}
