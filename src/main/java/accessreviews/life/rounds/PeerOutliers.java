package accessreviews.life.rounds;

import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.ResourceType;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.Session;

/**
 * The group-peer insight. A member is an outlier if they share no manager with another member of
 * the group, and are neither the manager nor the report of one. A group of one has no outlier. The
 * rule itself is SQL, in {@code R__life_rounds_recommendation.sql}.
 */
@ApplicationScoped
public class PeerOutliers {
  private static final Sql MARK = Sql.file("life/rounds/mark-outliers");

  private final Session database;

  PeerOutliers(Session database) {
    this.database = database;
  }

  /**
   * Recommends to deny the outliers among the items of {@code round}, if the settings ask for it.
   */
  public void mark(Instances instances, Round round) {
    if (!round.recommendationRule().peerOutlier()
        || AccessQuery.of(instances.any().scope()).type() != ResourceType.group) {
      return;
    }
    BulkStatement.of(MARK)
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }
}
