package accessreviews.decisions.answers;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import jakarta.ws.rs.PathParam;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The segments of a path that lead to the decisions of an instance, as they were sent.
 *
 * @param stage where they are the decisions of one stage; null elsewhere
 */
public record AnsweredPlace(
    @PathParam("definition") String definition,
    @PathParam("instance") String instance,
    @PathParam("stage") @Nullable String stage) {

  /** The key of the instance; refuses what is no GUID. */
  InstanceKey instanceKey() {
    return InstanceKey.of(definition, instance);
  }

  /** The id of the stage, or null; refuses what is no GUID. */
  @Nullable UUID stageId() {
    return stage == null ? null : Guid.of(stage);
  }
}
