package accessreviews.stages;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import jakarta.ws.rs.PathParam;

/** The segments of a path that lead to a stage, as they were sent. */
public record StagePlace(
    @PathParam("definition") String definition,
    @PathParam("instance") String instance,
    @PathParam("stage") String stage) {

  /** The key that they spell; refuses what is no GUID. */
  public StageKey key() {
    return new StageKey(InstanceKey.of(definition, instance), Guid.of(stage));
  }
}
