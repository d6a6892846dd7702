package accessreviews.decisions;

import accessreviews.odata.Guid;
import accessreviews.stages.StageKey;
import accessreviews.stages.StagePlace;
import jakarta.ws.rs.PathParam;
import java.util.UUID;

/** The segments of a path that lead to a decision of a stage, as they were sent. */
public record StageDecisionPlace(
    @PathParam("definition") String definition,
    @PathParam("instance") String instance,
    @PathParam("stage") String stage,
    @PathParam("decision") String decision) {

  /** The key of the stage; refuses what is no GUID. */
  public StageKey key() {
    return new StagePlace(definition, instance, stage).key();
  }

  /** The id of the decision; refuses what is no GUID. */
  public UUID id() {
    return Guid.of(decision);
  }
}
