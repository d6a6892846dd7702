package accessreviews.decisions;

import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.Instances;
import accessreviews.instances.InstancesReached;
import accessreviews.platform.BulkStatement;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import org.hibernate.Session;

/** What nobody has decided by the end is decided as the settings say (types.md, section 4). */
@ApplicationScoped
class DefaultDecisions {
  /** Decides for the service itself. */
  private static final String DECIDER =
      """
      {"id":"00000000-0000-0000-0000-000000000000","displayName":"AAD Access Reviews",
       "userPrincipalName":"AAD Access Reviews"}""";

  private final Session database;
  private final InstantSource clock;

  DefaultDecisions(Session database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  void decide(@Observes InstancesReached reached) {
    if (reached.status() == ReviewStatus.AutoReviewing) {
      var instances = reached.instances();
      BulkStatement.of(
              """
              update access_review_decision_item d
              set decision = case when :default = 'Recommendation' then d.recommendation
                  else :default end,
                reviewed_by = cast(:decider as jsonb), reviewed_date_time = :now,
                version = d.version + 1
              from access_review_instance i
              where %s and d.instance_id = i.id and d.decision = 'NotReviewed'
                and (:default <> 'Recommendation' or d.recommendation <> 'NoInfoAvailable')"""
                  .formatted(Instances.CONDITION))
          .with(instances.parameters())
          .with("default", instances.any().settings().defaultDecision().name())
          .with("decider", DECIDER)
          .at("now", clock.instant())
          .execute(database);
    }
  }
}
