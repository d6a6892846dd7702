package accessreviews.life.rounds;

import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/**
 * The group-peer insight: a member is an outlier who shares no manager with any other member of the
 * group, and is neither the manager nor the report of one. In a group of one nobody is.
 */
@ApplicationScoped
public class PeerOutliers {
  private static final Sql MARK = Sql.file("life/rounds/mark-outliers");

  private final Session database;

  PeerOutliers(Session database) {
    this.database = database;
  }

  /** Recommends to deny the outliers among the items of {@code round}, where it is asked for. */
  public void mark(Instances instances, Round round) {
    if (!round.advice().peerOutlier()
        || AccessQuery.of(instances.any().scope()).type() != ResourceType.group) {
      return;
    }
    BulkStatement.of(MARK)
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }
}
