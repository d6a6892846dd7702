package accessreviews.decisions;

import accessreviews.decisions.items.StageDecision;
import accessreviews.decisions.report.ReportedItems;
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
import java.util.List;
import java.util.UUID;

/** {@code …/stages/{id}/decisions}: as they are in that stage. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages/{stage}/decisions")
public class StageDecisionsResource extends DecisionReadsResource<StageDecision> {
  private final DecisionsInReach inReach;

  StageDecisionsResource(
      Caller caller,
      DecisionsInReach inReach,
      Insights insights,
      DecisionsCsv csv,
      CollectionReads reads) {
    super(caller, insights, csv, reads);
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
  ReportedItems reported(UriInfo uri, List<UUID> items) {
    return ReportedItems.of(items, StagePlace.of(uri).key().stage());
  }

  @Override
  ReportedItems reportedToReviewer(UriInfo uri, List<UUID> items) {
    return reported(uri, items);
  }

  @Override
  StageDecision found(UriInfo uri) {
    var key = StagePlace.of(uri).key();
    return inReach.required(key, Guid.in(uri, "decision"), caller.access());
  }
}
