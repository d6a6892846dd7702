package accessreviews.life.rounds;

import accessreviews.decisions.items.Route;
import accessreviews.decisions.reviewers.ItemCounts;
import accessreviews.decisions.reviewers.ReviewerList;
import accessreviews.instances.Instances;
import accessreviews.instances.ReviewersChanged;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.platform.persistence.TimeLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.List;
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
  private final Event<ItemsReassigned> reassigned;
  private final Event<ReviewersContacted> contacted;
  private final InstantSource clock;

  ReassignItems(
      ReviewerLists lists,
      ItemCounts counts,
      Session database,
      Event<ItemsReassigned> reassigned,
      Event<ReviewersContacted> contacted,
      InstantSource clock) {
    this.lists = lists;
    this.counts = counts;
    this.database = database;
    this.reassigned = reassigned;
    this.contacted = contacted;
    this.clock = clock;
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
      var moved = route(instances, round);
      counts.take(instances);
      lists.contact(instances, round);
      lists.forgetIdle(instances, round);
      lists.forgetIdleFallback(instances, round);
      reassigned.fire(new ItemsReassigned(changed, moved));
    } else { // they all stay with the list, whoever is on it
      reassigned.fire(new ItemsReassigned(changed, onChangedList(changed)));
    }
    contacted.fire(new ReviewersContacted(instances.ids(), round.stage(), clock.instant(), false));
  }

  /** Routes the items; returns how many go to another list or to another own reviewer. */
  private long route(Instances instances, Round round) {
    return BulkStatement.of(ROUTE)
        .with(instances.parameters())
        .with(round.routing())
        .with("stage", round.stage())
        .query(database, Long.class)
        .getSingleResult();
  }

  private long onChangedList(ReviewersChanged changed) {
    return changed.now().reviewers().areThoseOf(changed.before().reviewers())
        ? 0
        : counts
            .of(changed.instance().id(), List.of(new ReviewerList(changed.stage(), Route.primary)))
            .orElse(0);
  }
}
