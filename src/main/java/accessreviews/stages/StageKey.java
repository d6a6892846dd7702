package accessreviews.stages;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.reads.Condition;
import java.util.Map;
import java.util.UUID;

/** The key of a stage in a path: its instance and its id. */
public record StageKey(InstanceKey instance, UUID stage) {
  /** The condition for the row of the stage. */
  Condition condition() {
    return new Condition(
        "id = :stage and instance.id = :instance and instance.definition.id = :definition",
        Map.of(
            "stage", stage, "instance", instance.instance(), "definition", instance.definition()));
  }
}
