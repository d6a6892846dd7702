package accessreviews.life.start;

import accessreviews.directory.Directory;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.ResourceType;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jboss.logging.Logger;

/**
 * Ends instances whose group, application or role is no longer in the directory. They end before
 * they begin, with the reason in {@code errors}.
 */
@ApplicationScoped
public class MissingResources {
  private static final Logger LOG = Logger.getLogger(MissingResources.class);
  private static final String CODE = "resourceNotFound";
  private static final Sql END = Sql.file("life/start/end-missing");

  private final Directory directory;
  private final Session database;
  private final MeterRegistry metrics;

  MissingResources(Directory directory, Session database, MeterRegistry metrics) {
    this.directory = directory;
    this.database = database;
    this.metrics = metrics;
  }

  /** Ends those of {@code instances} whose resource is missing; returns the others. */
  public Instances endMissing(Instances instances) {
    var type = AccessQuery.of(instances.any().scope()).type();
    if (!directory.knows(type)) {
      return instances;
    }
    var gone = end(instances, type);
    return gone.isEmpty() ? instances : instances.without(gone);
  }

  private List<UUID> end(Instances instances, ResourceType type) {
    var resources = directory.resources(type);
    var gone =
        BulkStatement.of(END.filled(resources.sql()))
            .with(instances.parameters())
            .with(resources.parameters())
            .with("code", CODE)
            .with(
                "message",
                "The directory has no %s {id}, so there was nothing to review.".formatted(type))
            .ids(database);
    for (var id : gone) {
      LOG.warnf(
          "Instance %s of series %s ended before it began: its %s is not in the directory",
          id, instances.any().definitionId(), type);
    }
    metrics.counter("access.reviews.instances.failed", "reason", CODE).increment(gone.size());
    return gone;
  }
}
