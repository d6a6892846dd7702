package accessreviews.life.rounds;

import accessreviews.decisions.reviewers.ItemCounts;
import accessreviews.definitions.settings.MovingDecision;
import accessreviews.definitions.settings.StageSettings;
import accessreviews.instances.Instances;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.scopes.AccessQuery;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.InstantSource;
import org.hibernate.Session;

/** The rounds in which items are reviewed: one round, or one for each stage. */
@ApplicationScoped
public class ReviewRounds {
  private static final Sql OPEN_DECISIONS = Sql.file("life/rounds/open-stage-decisions");
  private static final Sql KEEP_ROUTES = Sql.file("life/rounds/keep-routes");
  private static final Sql MOVE_ITEMS = Sql.file("life/rounds/move-items");

  private final ReviewerLists lists;
  private final ItemCounts counts;
  private final PeerOutliers outliers;
  private final Event<ReviewersContacted> contacted;
  private final Session database;
  private final InstantSource clock;

  ReviewRounds(
      ReviewerLists lists,
      ItemCounts counts,
      PeerOutliers outliers,
      Event<ReviewersContacted> contacted,
      Session database,
      InstantSource clock) {
    this.lists = lists;
    this.counts = counts;
    this.outliers = outliers;
    this.contacted = contacted;
    this.database = database;
    this.clock = clock;
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
    contacted.fire(new ReviewersContacted(instances.ids(), round.stage(), clock.instant(), true));
  }

  private void openStageDecisions(Instances instances, Round round) {
    BulkStatement.of(OPEN_DECISIONS)
        .with(instances.parameters())
        .with("stage", round.stage())
        .execute(database, "access_review_stage_decision");
  }

  /**
   * Keeps the reviewers of each item in the decision of the stage that ends, because the item goes
   * on to others.
   */
  private void keepRoutes(Instances instances, StageSettings ended) {
    BulkStatement.of(KEEP_ROUTES)
        .with(instances.parameters())
        .with("stage", ended.stageId())
        .execute(database);
  }

  private void move(Instances instances, StageSettings ended, Round next) {
    var any = instances.any();
    var moving = ended.decisionsThatWillMoveToNextStage();
    BulkStatement.of(MOVE_ITEMS)
        .with(instances.parameters())
        .with(next.routing())
        .with(next.recommendationRule().parameters(AccessQuery.of(any.scope()).type()))
        .at("since", next.recommendationRule().since(any.startDateTime()))
        .with("stage", next.stage())
        .with("ended", ended.stageId())
        .with("all", moving.isEmpty()) // nothing said means all
        .with("decisions", moving.stream().map(MovingDecision::name).toArray(String[]::new))
        .with("as_recommended", moving.contains(MovingDecision.Recommendation))
        .execute(database);
  }
}
