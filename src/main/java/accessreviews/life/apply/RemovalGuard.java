package accessreviews.life.apply;

import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/**
 * Checks what applying would remove before it does. An instance whose decisions would remove more
 * than the configured share, and number, of a resource's principals waits for an administrator to
 * confirm it.
 */
@ApplicationScoped
public class RemovalGuard {
  private static final Sql COUNT = Sql.file("life/apply/count-denied");

  private final ApplyGuardConfig config;
  private final Session database;

  RemovalGuard(ApplyGuardConfig config, Session database) {
    this.config = config;
    this.database = database;
  }

  /**
   * What applying would remove, by the id of the instance, for those of {@code instances} that
   * would remove too much. Those that somebody asked to apply are not among them.
   */
  Map<UUID, RemovalFigures> tooMuch(Instances instances) {
    return config.enabled() ? figures(instances, false) : Map.of();
  }

  /** What applying {@code instance} would remove now. */
  public RemovalFigures figures(AccessReviewInstance instance) {
    return figures(Instances.only(instance), true)
        .getOrDefault(
            instance.id(), new RemovalFigures(null, 0, 0, config.percent(), config.count(), false));
  }

  private Map<UUID, RemovalFigures> figures(Instances instances, boolean all) {
    var figures = new HashMap<UUID, RemovalFigures>();
    BulkStatement.of(COUNT)
        .with(instances.parameters())
        .with("all", all)
        .with("count", config.count())
        .with("percent", config.percent())
        .query(database, Tuple.class)
        .addScalar("instance_id", UUID.class)
        .addScalar("resource", String.class)
        .addScalar("principals", Long.class)
        .addScalar("denied", Long.class)
        .addScalar("too_much", Boolean.class)
        .getResultList()
        .forEach(row -> figures.put(row.get("instance_id", UUID.class), of(row)));
    return figures;
  }

  private RemovalFigures of(Tuple row) {
    return new RemovalFigures(
        row.get("resource", String.class),
        row.get("principals", Long.class),
        row.get("denied", Long.class),
        config.percent(),
        config.count(),
        config.enabled() && row.get("too_much", Boolean.class));
  }
}
