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
 * Holds back instances that would remove too much: they stay Completed, give the reason in {@code
 * errors}, and wait for an administrator to apply them. Not part of Graph.
 */
@ApplicationScoped
public class HeldBack {
  private static final Logger LOG = Logger.getLogger(HeldBack.class);
  private static final String CODE = "applyNeedsConfirmation";
  private static final Sql HOLD_BACK = Sql.file("life/apply/hold-back");

  private final RemovalGuard guard;
  private final Session database;
  private final MeterRegistry metrics;

  HeldBack(RemovalGuard guard, Session database, MeterRegistry metrics) {
    this.guard = guard;
    this.database = database;
    this.metrics = metrics;
  }

  /**
   * Holds back the instances that the guard objects to, unless somebody asked to apply them;
   * returns the others.
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
