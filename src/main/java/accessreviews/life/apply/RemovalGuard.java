package accessreviews.life.apply;

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
  private static final Sql TOO_MUCH = Sql.file("life/apply/find-too-much");

  private final ApplyGuardConfig config;
  private final Session database;

  RemovalGuard(ApplyGuardConfig config, Session database) {
    this.config = config;
    this.database = database;
  }

  /** Why each of {@code instances} that would remove too much must not be applied, by its id. */
  public Map<UUID, String> objections(Instances instances) {
    var objections = new HashMap<UUID, String>();
    if (config.enabled()) {
      BulkStatement.of(TOO_MUCH)
          .with(instances.parameters())
          .with("count", config.count())
          .with("percent", config.percent())
          .query(database, Tuple.class)
          .addScalar("instance_id", UUID.class)
          .addScalar("resource", String.class)
          .addScalar("principals", Long.class)
          .addScalar("denied", Long.class)
          .getResultList()
          .forEach(row -> objections.put(row.get("instance_id", UUID.class), sentence(row)));
    }
    return objections;
  }

  private String sentence(Tuple row) {
    return "Applying would remove %d of %d principals of '%s': more than %d %% and more than %d."
        .formatted(
            row.get("denied", Long.class),
            row.get("principals", Long.class),
            row.get("resource", String.class),
            config.percent(),
            config.count());
  }
}
