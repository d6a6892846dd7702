package accessreviews.life.start;

import accessreviews.decisions.reviewers.ItemCounts;
import accessreviews.directory.Directory;
import accessreviews.instances.Instances;
import accessreviews.life.rounds.PeerOutliers;
import accessreviews.life.rounds.ReviewerLists;
import accessreviews.life.rounds.Round;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.scopes.AccessQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import org.hibernate.Session;

/**
 * Instances initialize: the directory says who has access and who reviews, and from then on they
 * are reviewed as it was at their start (operations.md, "Snapshot rule").
 */
@ApplicationScoped
public class TakeSnapshot {
  /**
   * An id, in SQL: a UUID of version 7 (RFC 9562), which begins with the time. Those of one start
   * then lie side by side in the index, where random ones would touch all of its pages, which
   * PostgreSQL writes whole after a checkpoint. PostgreSQL 18 has a function for it.
   */
  private static final String ID =
      "cast(:time || substr(cast(gen_random_uuid() as text), 16) as uuid)";

  private final Directory directory;
  private final ReviewerLists lists;
  private final ItemCounts counts;
  private final PeerOutliers outliers;
  private final Session database;
  private final InstantSource clock;

  TakeSnapshot(
      Directory directory,
      ReviewerLists lists,
      ItemCounts counts,
      PeerOutliers outliers,
      Session database,
      InstantSource clock) {
    this.directory = directory;
    this.lists = lists;
    this.counts = counts;
    this.outliers = outliers;
    this.database = database;
    this.clock = clock;
  }

  /** Writes who reviews {@code instances}, and an item for all access that is reviewed. */
  public void take(Instances instances) {
    var rounds = Round.of(instances.any());
    rounds.forEach(round -> lists.prepare(instances, round));
    createItems(instances, rounds.getFirst());
    counts.take(instances);
    outliers.mark(instances, rounds.getFirst());
  }

  /**
   * One item for each principal with access, and each resource; routed to its reviewers. They are
   * written in the order of their lists and of the indexes for these, a quarter faster than in any.
   */
  private void createItems(Instances instances, Round round) {
    var start = instances.any().startDateTime();
    var scope = instances.any().scope();
    var type = AccessQuery.of(scope).type();
    var principals = directory.principals(scope, "i.resource_id", start);
    var resources = directory.resources(type);
    BulkStatement.of(
            """
            insert into access_review_decision_item
              (id, version, instance_id, principal_id, principal_type, principal_name,
               principal_user_name, principal_app_id, manager_id, last_sign_in_date_time,
               resource_sign_in_date_time, resource_id, resource_type, resource_name,
               resource_app_id, membership, outlier, stage, route, reviewer_id, recommendation,
               decision, justification, apply_result)
            select %s, 0, i.id, p.principal_id, p.principal_type, p.display_name,
              p.user_principal_name, p.app_id, p.manager_id, p.last_sign_in_date_time,
              p.resource_sign_in_date_time, p.resource_id, '%s', resource.display_name,
              resource.app_id, p.membership, false, :stage, %s, %s, 'NotReviewed', '', 'New'
            from access_review_instance i
              cross join lateral %s lists
              cross join lateral (%s) p
              left join (%s) resource on resource.id = p.resource_id
            where %s
            order by i.id, p.principal_id"""
                .formatted(
                    ID,
                    type,
                    round.routed("p", "lists"),
                    round.advice().recommendation("p", type),
                    ReviewerLists.FILLED,
                    principals.sql(),
                    resources.sql(),
                    Instances.CONDITION))
        .with(instances.parameters())
        .with(principals.parameters())
        .with(resources.parameters())
        .with(round.advice().parameters(start))
        .with("stage", round.stage())
        .with("time", time(clock.instant()))
        .execute(database, "access_review_decision_item");
  }

  /** How the {@link #ID}s of an instant begin. */
  private static String time(Instant instant) {
    var millis = HexFormat.of().toHexDigits(instant.toEpochMilli(), 12);
    return millis.substring(0, 8) + "-" + millis.substring(8) + "-7";
  }
}
