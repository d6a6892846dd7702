package accessreviews.life.rounds;

import accessreviews.decisions.reviewers.ItemCounts;
import accessreviews.instances.Instances;
import accessreviews.instances.ReviewersChanged;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.platform.persistence.TimeLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.hibernate.Session;

/**
 * Gives the items of a running instance or stage to other reviewers, who count as contacted.
 * Answers stay.
 */
@ApplicationScoped
class ReassignItems {
  private static final Sql ROUTE = Sql.file("life/rounds/route-items");

  private final ReviewerLists lists;
  private final ItemCounts counts;
  private final Session database;

  ReassignItems(ReviewerLists lists, ItemCounts counts, Session database) {
    this.lists = lists;
    this.counts = counts;
    this.database = database;
  }

  void route(@Observes ReviewersChanged changed) {
    var instances = Instances.only(changed.instance());
    var round =
        new Round(
            changed.stage(),
            changed.now().reviewers(),
            changed.now().fallbackReviewers(),
            RecommendationSettings.NOT_ASKED);
    var others = !(changed.before().reviewers().isList() && changed.now().reviewers().isList());
    if (others) {
      TimeLimits.ofBulkCall(database);
    }
    lists.replace(instances, round, others);
    if (others) {
      route(instances, round); // otherwise they all stay with the list, whoever is on it
      counts.take(instances);
      lists.contact(instances, round);
      lists.forgetIdle(instances, round);
      lists.forgetIdleFallback(instances, round);
    }
  }

  private void route(Instances instances, Round round) {
    BulkStatement.of(ROUTE)
        .with(instances.parameters())
        .with(round.routing())
        .with("stage", round.stage())
        .execute(database);
  }
}
