package accessreviews.life.apply;

import accessreviews.instances.Instances;
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
  private static final String TOO_MUCH =
      """
      select d.instance_id, max(d.resource_name) as resource, count(*) as principals,
        count(*) filter (where d.decision = 'Deny') as denied
      from access_review_instance i join access_review_decision_item d on d.instance_id = i.id
      where i.id = any(:instances) and i.apply_requested_by is null and d.apply_result = 'New'
      group by d.instance_id, d.resource_id
      having count(*) filter (where d.decision = 'Deny') > :count
        and count(*) filter (where d.decision = 'Deny') * 100 > :percent * count(*)""";

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
      database
          .createNativeQuery(TOO_MUCH, Tuple.class)
          .addScalar("instance_id", UUID.class)
          .addScalar("resource", String.class)
          .addScalar("principals", Long.class)
          .addScalar("denied", Long.class)
          .setParameter("instances", instances.ids().toArray(UUID[]::new))
          .setParameter("count", config.count())
          .setParameter("percent", config.percent())
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
