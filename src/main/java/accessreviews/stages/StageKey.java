package accessreviews.stages;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
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

  /** The key that three path segments spell; refuses what is no GUID. */
  public static StageKey of(String definition, String instance, String stage) {
    return new StageKey(InstanceKey.of(definition, instance), Guid.of(stage));
  }
}
