package accessreviews.life.apply;

import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Instances that would remove too much by themselves: they stay Completed, say why in {@code
 * errors}, and wait for an administrator who applies them (ours; Graph has no such guard).
 */
@ApplicationScoped
public class Objections {
  private static final Logger LOG = Logger.getLogger(Objections.class);
  private static final String CODE = "applyNeedsConfirmation";
  private static final Sql HOLD_BACK = Sql.file("life/apply/hold-back");

  private final RemovalGuard guard;
  private final Session database;
  private final MeterRegistry metrics;

  Objections(RemovalGuard guard, Session database, MeterRegistry metrics) {
    this.guard = guard;
    this.database = database;
    this.metrics = metrics;
  }

  /**
   * Holds those of {@code instances} back that nobody asked to apply and that would remove too
   * much; returns the others.
   */
  public Instances holdBack(Instances instances) {
    var objections = guard.objections(instances);
    objections.forEach(this::hold);
    metrics.counter("access.reviews.apply.held").increment(objections.size());
    return objections.isEmpty() ? instances : instances.without(objections.keySet());
  }

  private void hold(UUID instance, String objection) {
    BulkStatement.of(HOLD_BACK)
        .with("instance", instance)
        .with("code", CODE)
        .with("objection", objection)
        .execute(database);
    LOG.warnf("Instance %s is not applied automatically: %s", instance, objection);
  }
}
