package accessreviews.life.rounds;

import accessreviews.decisions.reviewers.ItemCounts;
import accessreviews.definitions.settings.MovingDecision;
import accessreviews.definitions.settings.StageSettings;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.scopes.AccessQuery;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** Items are reviewed in rounds: once, or stage after stage. */
@ApplicationScoped
public class ReviewRounds {
  private final ReviewerLists lists;
  private final ItemCounts counts;
  private final PeerOutliers outliers;
  private final Session database;

  ReviewRounds(ReviewerLists lists, ItemCounts counts, PeerOutliers outliers, Session database) {
    this.lists = lists;
    this.counts = counts;
    this.outliers = outliers;
    this.database = database;
  }

  /** Begins the first round of {@code instances}: their first stage, or all of them. */
  public void beginFirst(Instances instances) {
    begin(instances, Round.of(instances.any()).getFirst());
  }

  /** Begins the round of the stage {@code following}, with the items that go on to it. */
  public void goOn(Instances instances, StageSettings ended, StageSettings following) {
    var next = Round.of(following);
    keepRoutes(instances, ended);
    move(instances, ended, next);
    counts.take(instances);
    outliers.mark(instances, next);
    begin(instances, next);
  }

  private void begin(Instances instances, Round round) {
    if (!round.stage().isEmpty()) {
      openStageDecisions(instances, round);
    }
    lists.contact(instances, round);
  }

  private void openStageDecisions(Instances instances, Round round) {
    BulkStatement.of(
            """
            insert into access_review_stage_decision
              (instance_id, stage, item_id, version, route, reviewer_id, recommendation, decision,
               justification)
            select d.instance_id, d.stage, d.id, 0, d.route, d.reviewer_id, d.recommendation,
              'NotReviewed', ''
            from access_review_instance i join access_review_decision_item d
              on d.instance_id = i.id
            where %s and d.stage = :stage"""
                .formatted(Instances.CONDITION))
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database, "access_review_stage_decision");
  }

  /** Who reviewed an item in the stage that ends is kept there: the item goes on to others. */
  private void keepRoutes(Instances instances, StageSettings ended) {
    BulkStatement.of(
            """
            update access_review_stage_decision s
            set route = d.route, reviewer_id = d.reviewer_id
            from access_review_instance i join access_review_decision_item d
              on d.instance_id = i.id
            where %s and s.instance_id = i.id and s.stage = :stage and s.item_id = d.id
              and (s.route, s.reviewer_id) is distinct from (d.route, d.reviewer_id)"""
                .formatted(Instances.CONDITION))
        .with(instances.parameters())
        .with("stage", ended.stageId())
        .execute(database);
  }

  private void move(Instances instances, StageSettings ended, Round next) {
    var any = instances.any();
    BulkStatement.of(
            """
            update access_review_decision_item d
            set stage = :stage, (route, reviewer_id) = (select %s), recommendation = %s,
              outlier = false, version = d.version + 1
            from access_review_instance i
              cross join lateral %s lists
              join access_review_stage_decision s on s.instance_id = i.id
            where %s and d.id = s.item_id and s.stage = :ended and %s"""
                .formatted(
                    next.routed("d", "lists"),
                    next.advice().recommendation("d", AccessQuery.of(any.scope()).type()),
                    ReviewerLists.FILLED,
                    Instances.CONDITION,
                    goesOn(ended)))
        .with(instances.parameters())
        .with(next.advice().parameters(any.startDateTime()))
        .with("stage", next.stage())
        .with("ended", ended.stageId())
        .execute(database);
  }

  /** Which items go on from {@code ended}, in SQL; nothing said means all. */
  private static String goesOn(StageSettings ended) {
    var moving = ended.decisionsThatWillMoveToNextStage();
    return moving.isEmpty()
        ? "true"
        : moving.stream()
            .map(
                decision ->
                    decision == MovingDecision.Recommendation
                        ? "s.decision = s.recommendation"
                        : "s.decision = '" + decision + "'")
            .collect(Collectors.joining(" or ", "(", ")"));
  }
}
