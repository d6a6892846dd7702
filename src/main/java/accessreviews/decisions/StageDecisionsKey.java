package accessreviews.decisions;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import java.util.UUID;

/** Where the decisions of one stage are, as the path names it. */
record StageDecisionsKey(InstanceKey instance, UUID stage) {
  static StageDecisionsKey of(String definition, String instance, String stage) {
    return new StageDecisionsKey(InstanceKey.of(definition, instance), Guid.of(stage));
  }

  /** The path of the decisions below the service root. */
  String set() {
    return "%s/stages('%s')/decisions".formatted(instance.path(), stage);
  }
}
