package accessreviews.stages;

import java.util.List;
import java.util.UUID;

/**
 * A stage has begun in this transaction, in several instances of an occurrence. With the first one
 * the instances are not in progress yet.
 *
 * @param stageId the id of the stage in the settings
 */
public record StagesStarted(List<UUID> instances, String stageId) {
  public StagesStarted {
    instances = List.copyOf(instances);
  }
}
