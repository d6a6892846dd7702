package accessreviews.life;

import accessreviews.instances.InstancesEnded;
import accessreviews.instances.LifeCycleError;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Ends instances that cannot go on, because a step of their life fails each time it is tried. They
 * are {@code Failed}, with the reason in {@code errors} ({@code observed.md}, O3). All of it is
 * SQL: a row that cannot be read ends, too.
 */
@ApplicationScoped
class FailedInstances {
  private static final Logger LOG = Logger.getLogger(FailedInstances.class);
  private static final Sql END = Sql.file("life/end-failed");
  private static final Sql SHOW = Sql.file("life/show-failed-in-series");

  private final Event<InstancesEnded> ended;
  private final Session database;
  private final InstantSource clock;
  private final MeterRegistry metrics;

  FailedInstances(
      Event<InstancesEnded> ended, Session database, InstantSource clock, MeterRegistry metrics) {
    this.ended = ended;
    this.database = database;
    this.clock = clock;
    this.metrics = metrics;
  }

  /** Ends the instance {@code id}, or that of the stage, and those that wait for the same step. */
  boolean end(UUID id) {
    var error = LifeCycleError.couldNotGoOn(clock.instant());
    var failed =
        BulkStatement.of(END)
            .with("row", id)
            .with("code", error.code())
            .with("message", error.message())
            .ids(database);
    for (var one : failed) {
      LOG.errorf("Instance %s could not go on: it is Failed", one);
      BulkStatement.of(SHOW).with("instance", one).execute(database);
    }
    metrics
        .counter("access.reviews.instances.failed", "reason", error.code())
        .increment(failed.size());
    if (!failed.isEmpty()) {
      ended.fire(new InstancesEnded(failed));
    }
    return !failed.isEmpty();
  }
}
