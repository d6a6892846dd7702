package accessreviews.instances;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;

/** The segments of a path that lead to an instance, as they were sent. */
public record InstancePlace(
    @PathParam("definition") String definition, @PathParam("instance") String instance) {

  /** Those of the path in {@code uri}. */
  public static InstancePlace of(UriInfo uri) {
    var sent = uri.getPathParameters();
    return new InstancePlace(sent.getFirst("definition"), sent.getFirst("instance"));
  }

  /** The key that they spell; refuses what is no GUID. */
  public InstanceKey key() {
    return InstanceKey.of(definition, instance);
  }
}
