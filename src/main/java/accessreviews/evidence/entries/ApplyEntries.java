package accessreviews.evidence.entries;

import accessreviews.evidence.log.EntryType;
import accessreviews.evidence.log.EvidenceLog;
import accessreviews.life.apply.ApplyGuarded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/** Enters whether the decisions of an instance are applied, with the figures of the guard. */
@ApplicationScoped
class ApplyEntries {
  private final EvidenceLog log;
  private final InstantSource clock;

  ApplyEntries(EvidenceLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  void enter(@Observes ApplyGuarded guarded) {
    var figures = guarded.figures();
    var members = new LinkedHashMap<String, Object>();
    members.put("resource", figures.resource());
    members.put("principals", figures.principals());
    members.put("denied", figures.denied());
    members.put("percent", figures.percent());
    members.put("count", figures.count());
    members.put("tooMuch", figures.isTooMuch());
    log.append(
        type(guarded),
        clock.instant(),
        guarded.by(),
        guarded.definition(),
        guarded.instance(),
        members);
  }

  private static EntryType type(ApplyGuarded guarded) {
    return switch (guarded.outcome()) {
      case HELD -> EntryType.APPLY_HELD;
      case CONFIRMED -> EntryType.APPLY_CONFIRMED;
      case STOPPED -> EntryType.APPLY_STOPPED;
    };
  }
}
