package accessreviews.evidence.entries;

import accessreviews.definitions.DefinitionChanged;
import accessreviews.evidence.log.EntryType;
import accessreviews.evidence.log.EvidenceLog;
import accessreviews.identity.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.LinkedHashMap;

/** Enters the changes of a series, with its form on the wire of v1.0. */
@ApplicationScoped
class DefinitionEntries {
  private final EvidenceLog log;
  private final Caller caller;
  private final InstantSource clock;

  DefinitionEntries(EvidenceLog log, Caller caller, InstantSource clock) {
    this.log = log;
    this.caller = caller;
    this.clock = clock;
  }

  void enter(@Observes DefinitionChanged changed) {
    var members = new LinkedHashMap<String, Object>();
    members.put("definition", changed.now());
    if (changed.before() != null) {
      members.put("before", changed.before());
    }
    log.append(
        type(changed), clock.instant(), caller.identity(), changed.definition(), null, members);
  }

  private static EntryType type(DefinitionChanged changed) {
    return switch (changed.change()) {
      case CREATED -> EntryType.DEFINITION_CREATED;
      case UPDATED -> EntryType.DEFINITION_UPDATED;
      case STOPPED -> EntryType.DEFINITION_STOPPED;
      case DELETED -> EntryType.DEFINITION_DELETED;
    };
  }
}
