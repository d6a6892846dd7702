package accessreviews.stages;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.reads.Condition;
import java.util.Map;
import java.util.UUID;

/** Where a stage is found: its instance and its own id, as the path names them. */
public record StageKey(InstanceKey instance, UUID stage) {
  /** The row at this place. */
  Condition condition() {
    return new Condition(
        "id = :stage and instance.id = :instance and instance.definition.id = :definition",
        Map.of(
            "stage", stage, "instance", instance.instance(), "definition", instance.definition()));
  }
}
