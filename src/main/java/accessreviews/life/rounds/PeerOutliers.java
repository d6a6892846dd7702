package accessreviews.life.rounds;

import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
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
    BulkStatement.of(
            """
            with member as (
              select d.id, d.instance_id, d.resource_id, d.principal_id, d.manager_id, d.stage
              from access_review_decision_item d join access_review_instance i
                on i.id = d.instance_id
              where %s and d.principal_type = 'user'),
            team as (
              select instance_id, resource_id, manager_id, count(*) size
              from member group by instance_id, resource_id, manager_id),
            crowd as (
              select instance_id, resource_id from member
              group by instance_id, resource_id having count(*) > 1)
            update access_review_decision_item d
            set outlier = true, recommendation = 'Deny'
            from member m join crowd using (instance_id, resource_id)
            where d.id = m.id and m.stage = :stage
              and not exists (
                select from team t where t.instance_id = m.instance_id
                  and t.resource_id = m.resource_id
                  and (t.manager_id = m.manager_id and t.size > 1
                    or t.manager_id = m.principal_id))
              and not exists (
                select from member boss where boss.instance_id = m.instance_id
                  and boss.resource_id = m.resource_id and boss.principal_id = m.manager_id)"""
                .formatted(Instances.CONDITION))
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database);
  }
}
