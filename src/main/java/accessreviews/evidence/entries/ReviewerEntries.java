package accessreviews.evidence.entries;

import accessreviews.evidence.log.EntryType;
import accessreviews.evidence.log.EvidenceLog;
import accessreviews.identity.Caller;
import accessreviews.life.rounds.ItemsReassigned;
import accessreviews.reviewers.ReviewingBy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/** Enters that others review a running instance or stage. */
@ApplicationScoped
class ReviewerEntries {
  private final EvidenceLog log;
  private final Caller caller;
  private final InstantSource clock;

  ReviewerEntries(EvidenceLog log, Caller caller, InstantSource clock) {
    this.log = log;
    this.caller = caller;
    this.clock = clock;
  }

  void enter(@Observes ItemsReassigned reassigned) {
    var changed = reassigned.changed();
    var members = new LinkedHashMap<String, Object>();
    if (!changed.stage().isEmpty()) {
      members.put("stageId", changed.stage());
    }
    members.put("before", members(changed.before()));
    members.put("after", members(changed.now()));
    members.put("itemsMoved", reassigned.moved());
    log.append(
        changed.stage().isEmpty()
            ? EntryType.INSTANCE_REVIEWERS_CHANGED
            : EntryType.STAGE_REVIEWERS_CHANGED,
        clock.instant(),
        caller.identity(),
        changed.instance().definitionId(),
        changed.instance().id(),
        members);
  }

  private static Map<String, Object> members(ReviewingBy reviewing) {
    var members = new LinkedHashMap<String, Object>();
    members.put("reviewers", reviewing.reviewers().readBack());
    members.put("fallbackReviewers", reviewing.fallbackReviewers().readBack());
    return members;
  }
}
