package accessreviews.life.apply;

import accessreviews.directory.Directory;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.InstantSource;
import org.hibernate.Session;

/**
 * Applies decisions: the directory removes denied access and keeps everything else. A denied item
 * with a result is never applied again.
 */
@ApplicationScoped
public class ApplyDecisions {
  private static final String APPLIER =
      """
      {"id":"00000000-0000-0000-0000-000000000000","displayName":"Access Reviews",
       "userPrincipalName":""}""";

  /**
   * Whether items that keep their access get a result and an applier, too. The live service leaves
   * them as they were (observed.md, O4).
   */
  private static final boolean KEPT_ACCESS_HAS_RESULTS = false;

  /** The time from the block of a denied guest to the deletion. */
  private static final Duration BLOCKED = Duration.ofDays(30);

  private static final Sql CREATE_REMOVALS = Sql.file("life/apply/create-removals");
  private static final Sql LIST_REMOVALS = Sql.file("life/apply/list-removals");
  private static final Sql COUNT_REMOVALS = Sql.file("life/apply/count-removals");
  private static final Sql RECORD = Sql.file("life/apply/record-results");

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

  /**
   * Removes the access that was denied in {@code instances}, and records the result of each item,
   * also in the evidence log.
   */
  public void apply(Instances instances) {
    remove(instances);
    record(instances);
    count();
  }

  private void remove(Instances instances) {
    BulkStatement.of("drop table if exists access_removal").execute(database);
    BulkStatement.of(CREATE_REMOVALS).execute(database);
    BulkStatement.of(LIST_REMOVALS).with(instances.parameters()).execute(database);
    if (instances.any().settings().deletesGuests()) {
      directory.blockGuests(clock.instant().plus(BLOCKED));
    }
    directory.removeAccess(instances.any().scope());
  }

  /** Counts the results of the removals in metrics. */
  private void count() {
    BulkStatement.of(COUNT_REMOVALS)
        .query(database, Tuple.class)
        .getResultList()
        .forEach(
            row -> {
              metrics
                  .counter("access.reviews.removals", "result", row.get("result", String.class))
                  .increment(row.get("items", Long.class));
              metrics
                  .counter("access.reviews.removals.incomplete")
                  .increment(row.get("remaining", Long.class));
            });
  }

  /** Looks into the directory again: an entry of the evidence log says whether access is gone. */
  private void record(Instances instances) {
    var now = directory.principals(instances.any().scope(), "i.resource_id", clock.instant());
    BulkStatement.of(RECORD.filled(now.sql()))
        .with(instances.parameters())
        .with(now.parameters())
        .with("applier", APPLIER)
        .with("kept", KEPT_ACCESS_HAS_RESULTS)
        .at("now", clock.instant())
        .execute(database);
  }
}
