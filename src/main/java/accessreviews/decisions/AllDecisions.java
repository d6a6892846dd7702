package accessreviews.decisions;

import accessreviews.identity.Access;
import accessreviews.odata.Condition;
import accessreviews.odata.Reads;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Which decisions of all instances a caller reaches. */
@ApplicationScoped
class AllDecisions {
  /**
   * Found from the reviewer, so that items of others are not looked at. What has stayed behind in a
   * stage that is over is shown to its reviewers where the series shows them what was decided.
   */
  private static final String OWN =
      """
      e.id in (
        select d.id from AccessReviewInstanceDecisionItem d where d.reviewerId = :reviewer
        union all
        select d.id from Reviewer r join AccessReviewInstanceDecisionItem d
          on d.instance.id = r.key.instanceId and d.stage = r.key.stage and d.route = r.listed
        where r.key.userId = :reviewer and r.contacted)
      and (e.stage = ''
        or not exists (
          select 1 from AccessReviewStage s
          where s.instance.id = e.instance.id and s.stageId > e.stage)
        or cast(sql('coalesce(?->>''decisionHistoriesForReviewersEnabled'', ''false'')',
            e.instance.settings) as String) = 'true')""";

  private final Reads reads;

  AllDecisions(Reads reads) {
    this.reads = reads;
  }

  /** Decisions that a role, or having created the review, lets a caller list. */
  static Condition listed(Access access) {
    return access.decisions("e.");
  }

  /** Items that {@code user} reviews. */
  static Condition own(UUID user) {
    return Condition.of(OWN, "reviewer", user);
  }

  /** Items that a caller reaches one by one. */
  static Condition reached(Access access) {
    var byRole = listed(access);
    return access.reachesReviewed() ? byRole.or(own(access.caller())) : byRole;
  }

  /** The item {@code id}; refuses what {@code access} does not reach. */
  AccessReviewInstanceDecisionItem required(UUID id, Access access) {
    return reads
        .one(DecisionType.ANYWHERE, Condition.of("e.id = :id", "id", id).and(reached(access)))
        .orElseThrow(() -> access.unreachable(id));
  }
}
