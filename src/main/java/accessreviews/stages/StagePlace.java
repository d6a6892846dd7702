package accessreviews.stages;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;

/** The segments of a path that lead to a stage, as they were sent. */
public record StagePlace(
    @PathParam("definition") String definition,
    @PathParam("instance") String instance,
    @PathParam("stage") String stage) {

  /** Those of the path in {@code uri}. */
  public static StagePlace of(UriInfo uri) {
    var sent = uri.getPathParameters();
    return new StagePlace(
        sent.getFirst("definition"), sent.getFirst("instance"), sent.getFirst("stage"));
  }

  /** The key that they spell; refuses what is no GUID. */
  public StageKey key() {
    return new StageKey(InstanceKey.of(definition, instance), Guid.of(stage));
  }
}
