package accessreviews.decisions;

import static accessreviews.identity.Privilege.READ;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.decisions.report.ReportedItems;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstancePlace;
import accessreviews.instances.InstanceView;
import accessreviews.instances.InstancesResource;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.ServedCollection;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code …/instances/{id}/decisions}: {@link DecisionReadsResource} has most of the reads. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/decisions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class DecisionsResource extends DecisionReadsResource<AccessReviewInstanceDecisionItem> {
  private final DecisionsInReach inReach;

  DecisionsResource(
      Caller caller,
      DecisionsInReach inReach,
      Insights insights,
      DecisionsCsv csv,
      CollectionReads reads) {
    super(caller, insights, csv, reads);
    this.inReach = inReach;
  }

  @Override
  ServedCollection<AccessReviewInstanceDecisionItem> decisions(UriInfo uri, Condition visible) {
    return DecisionType.of(InstancePlace.of(uri).key(), visible);
  }

  @Override
  protected ServedCollection<AccessReviewInstanceDecisionItem> all(UriInfo uri) {
    var key = InstancePlace.of(uri).key();
    AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    return decisions(uri, inReach.allItems(key));
  }

  @Override
  protected ServedCollection<AccessReviewInstanceDecisionItem> own(UriInfo uri) {
    var key = InstancePlace.of(uri).key();
    return decisions(uri, inReach.ownItems(key, caller.access().caller()));
  }

  @Override
  ReportedItems reported(UriInfo uri, List<UUID> items) {
    return ReportedItems.of(items);
  }

  /** Earlier stages are not theirs, whatever they may read of the item. */
  @Override
  ReportedItems reportedToReviewer(UriInfo uri, List<UUID> items) {
    return ReportedItems.latestOf(items);
  }

  @Override
  AccessReviewInstanceDecisionItem found(UriInfo uri) {
    var key = InstancePlace.of(uri).key();
    return inReach.required(key, Guid.in(uri, "decision"), caller.access());
  }

  /** The instance of an item. */
  @GET
  @Path("/{decision}/instance")
  @OnlyInBeta
  @Requires(READ)
  @APIResponseSchema(InstanceView.class)
  public RestResponse<Object> instance(UriInfo uri) {
    found(uri);
    return InstancesResource.shown(InstancePlace.of(uri).key(), caller.access(), reads, uri);
  }
}
