package accessreviews.decisions;

import static java.util.stream.Collectors.groupingBy;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.decisions.reviewers.ReviewerList;
import accessreviews.decisions.reviewers.ReviewerList.OfInstance;
import accessreviews.identity.Access;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Reads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;

/** The decisions of all instances that a caller reaches. */
@ApplicationScoped
public class AllDecisions {
  /**
   * Items that stayed in a stage that is over. Their reviewers see them if the series shows
   * decision histories.
   */
  private static final Condition SHOWN =
      new Condition(
          """
          e.stage = ''
          or not exists (
            select 1 from AccessReviewStage s
            where s.instance.id = e.instance.id and s.stageId > e.stage)
          or e.instance.showsHistories""",
          Map.of());

  /** Looked up by the reviewer, who is on more lists than one statement can name. */
  private static final String OF_ALL_LISTS =
      """
      e.id in (
        select d.id from AccessReviewInstanceDecisionItem d where d.reviewerId = :reviewer
        union all
        select d.id from AskedReviewer r join AccessReviewInstanceDecisionItem d
          on d.instance.id = r.key.instanceId and d.stage = r.key.stage and d.route = r.route
        where r.key.userId = :reviewer)""";

  private static final int LISTS_NAMED = 1_000;

  private final Session database;
  private final Reads reads;

  AllDecisions(Session database, Reads reads) {
    this.database = database;
    this.reads = reads;
  }

  private static Condition byRole(Access access) {
    return access.notAsReviewer("e.instance.definition.");
  }

  /** Items of all instances but those without a series, which are being deleted. */
  private Condition inSeries() {
    var deleted =
        database
            .createQuery(
                "select i.id from AccessReviewInstance i where i.definition is null", UUID.class)
            .getResultList();
    return deleted.isEmpty()
        ? Condition.ALWAYS
        : Condition.of("e.instance.id not in :deleted", "deleted", deleted);
  }

  /**
   * Items that {@code user} reviews. The lists of the user are looked up first. A page of a million
   * items is then read in the order of an index; otherwise all of them would be collected and
   * sorted.
   */
  public static Condition own(Session database, UUID user) {
    var lists = ReviewerList.everywhere(database, user, LISTS_NAMED + 1);
    if (lists.size() > LISTS_NAMED) {
      return Condition.of(OF_ALL_LISTS, "reviewer", user).and(SHOWN);
    }
    var own = ReviewerList.own("e.", user);
    var number = 0;
    for (var list : lists.stream().collect(groupingBy(OfInstance::list)).entrySet()) {
      var instances = "listed" + ++number;
      own =
          own.or(
              list.getKey()
                  .items("e.", instances + "Stage")
                  .and(
                      Condition.of(
                          "e.instance.id in :" + instances,
                          instances,
                          list.getValue().stream().map(OfInstance::instance).toList())));
    }
    return own.and(SHOWN);
  }

  /** Items of an instance in a series that a caller can read by id. */
  static Condition reached(Session database, Access access) {
    var byRole = byRole(access);
    return byRole.equals(Condition.ALWAYS) || !access.reachesReviewed()
        ? byRole
        : byRole.or(own(database, access.caller()));
  }

  /** Decisions that a caller may list by a role or as the creator of the review. */
  Condition listed(Access access) {
    return byRole(access).and(inSeries());
  }

  /** Items that {@code user} reviews. */
  Condition own(UUID user) {
    return own(database, user).and(inSeries());
  }

  /** The item {@code id}; refuses an item out of reach of {@code access}. */
  AccessReviewInstanceDecisionItem required(UUID id, Access access) {
    return reads
        .one(
            DecisionType.ANYWHERE,
            Condition.of("e.id = :id", "id", id).and(reached(database, access)).and(inSeries()))
        .orElseThrow(() -> access.unreachable(id));
  }
}
