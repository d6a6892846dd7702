package accessreviews.life.apply;

import accessreviews.identity.UserIdentity;
import accessreviews.instances.Instances;
import accessreviews.life.apply.ApplyGuarded.Outcome;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Holds back instances that would remove too much: they stay Completed, give the reason in {@code
 * errors}, and wait for an administrator to apply them. Not part of Graph.
 */
@ApplicationScoped
public class HeldBack {
  private static final Logger LOG = Logger.getLogger(HeldBack.class);
  private static final String CODE = "applyNeedsConfirmation";
  private static final Sql HOLD_BACK = Sql.file("life/apply/hold-back");

  private final RemovalGuard guard;
  private final Event<ApplyGuarded> guarded;
  private final Session database;
  private final MeterRegistry metrics;

  HeldBack(
      RemovalGuard guard, Event<ApplyGuarded> guarded, Session database, MeterRegistry metrics) {
    this.guarded = guarded;
    this.guard = guard;
    this.database = database;
    this.metrics = metrics;
  }

  /**
   * Holds back the instances that the guard objects to, unless somebody asked to apply them;
   * returns the others.
   */
  public Instances holdBack(Instances instances) {
    var tooMuch = guard.tooMuch(instances);
    tooMuch.forEach((instance, figures) -> hold(instances.any().definitionId(), instance, figures));
    metrics.counter("access.reviews.apply.held").increment(tooMuch.size());
    return tooMuch.isEmpty() ? instances : instances.without(tooMuch.keySet());
  }

  private void hold(UUID definition, UUID instance, RemovalFigures figures) {
    var objection = figures.objection();
    BulkStatement.of(HOLD_BACK)
        .with("instance", instance)
        .with("code", CODE)
        .with("objection", objection)
        .execute(database);
    guarded.fire(
        new ApplyGuarded(Outcome.HELD, definition, instance, UserIdentity.SERVICE, figures));
    LOG.warnf("Instance %s is not applied automatically: %s", instance, objection);
  }
}
