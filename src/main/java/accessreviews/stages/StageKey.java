package accessreviews.stages;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import java.util.UUID;

/** Where a stage is found: its instance and its own id, as the path names them. */
record StageKey(InstanceKey instance, UUID stage) {
  static StageKey of(String definition, String instance, String stage) {
    return new StageKey(InstanceKey.of(definition, instance), Guid.of(stage));
  }
}
