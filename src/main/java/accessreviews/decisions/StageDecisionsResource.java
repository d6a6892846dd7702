package accessreviews.decisions;

import accessreviews.decisions.items.StageDecision;
import accessreviews.identity.Caller;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.odata.Guid;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.ServedCollection;
import accessreviews.stages.StagePlace;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** {@code …/stages/{id}/decisions}: as they are in that stage. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/decisions")
public class StageDecisionsResource extends DecisionReadsResource<StageDecision> {
  private final DecisionsInReach inReach;

  StageDecisionsResource(
      Caller caller, DecisionsInReach inReach, Insights insights, CollectionReads reads) {
    super(caller, insights, reads);
    this.inReach = inReach;
  }

  @Override
  ServedCollection<StageDecision> decisions(UriInfo uri, Condition visible) {
    return DecisionType.of(StagePlace.of(uri).key(), visible);
  }

  @Override
  protected ServedCollection<StageDecision> all(UriInfo uri) {
    var key = StagePlace.of(uri).key();
    AccessReviewInstance.required(key.instance(), caller.access(), LockModeType.NONE);
    return decisions(uri, inReach.all(key, caller.access()));
  }

  @Override
  protected ServedCollection<StageDecision> own(UriInfo uri) {
    var key = StagePlace.of(uri).key();
    return decisions(uri, inReach.ownDecisions(key, caller.access().caller()));
  }

  @Override
  StageDecision found(UriInfo uri) {
    var key = StagePlace.of(uri).key();
    return inReach.required(key, Guid.in(uri, "decision"), caller.access());
  }
}
