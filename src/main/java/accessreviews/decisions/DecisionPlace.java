package accessreviews.decisions;

import accessreviews.instances.InstanceKey;
import accessreviews.odata.Guid;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** The segments of a path that lead to a decision of an instance, as they were sent. */
public record DecisionPlace(
    @PathParam("definition") String definition,
    @PathParam("instance") String instance,
    @PathParam("decision") String decision) {

  /** The key of the instance; refuses what is no GUID. */
  public InstanceKey key() {
    return InstanceKey.of(definition, instance);
  }

  /** The id of the decision; refuses what is no GUID. */
  public UUID id() {
    return Guid.of(decision);
  }
}
