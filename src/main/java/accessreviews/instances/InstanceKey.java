package accessreviews.instances;

import accessreviews.odata.Guid;
import accessreviews.odata.reads.Condition;
import java.util.Map;
import java.util.UUID;

/** Where an instance is found: its series and its own id, both as the path names them. */
public record InstanceKey(UUID definition, UUID instance) {
  /** The row at this place. */
  Condition condition() {
    return new Condition(
        "id = :instance and definition.id = :definition",
        Map.of("instance", instance, "definition", definition));
  }

  /** The key that two path segments spell; refuses what is no GUID. */
  public static InstanceKey of(String definition, String instance) {
    return new InstanceKey(Guid.of(definition), Guid.of(instance));
  }

  /** The path of the instance below the service root, for {@code @odata.context}. */
  public String path() {
    return "identityGovernance/accessReviews/definitions('%s')/instances('%s')"
        .formatted(definition, instance);
  }
}
