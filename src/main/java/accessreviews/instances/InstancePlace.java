package accessreviews.instances;

import jakarta.ws.rs.PathParam;

/** The segments of a path that lead to an instance, as they were sent. */
public record InstancePlace(
    @PathParam("definition") String definition, @PathParam("instance") String instance) {

  /** The key that they spell; refuses what is no GUID. */
  public InstanceKey key() {
    return InstanceKey.of(definition, instance);
  }
}
