package accessreviews.life.apply;

import static accessreviews.identity.Privilege.LIST;

import accessreviews.decisions.DecisionType;
import accessreviews.decisions.DecisionView;
import accessreviews.decisions.DecisionsInReach;
import accessreviews.decisions.items.ApplyResult;
import accessreviews.decisions.items.Decision;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstancePlace;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * {@code …/instances/{id}/applyPreview}: the decisions whose access would be removed if the
 * instance were applied now. Not part of Graph.
 */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/applyPreview")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ApplyPreviewResource {
  private static final Condition REMOVED =
      new Condition(
          "e.decision = :denied and e.applyResult = :open",
          Map.of("denied", Decision.Deny, "open", ApplyResult.New));

  private final Caller caller;
  private final CollectionReads reads;

  ApplyPreviewResource(Caller caller, CollectionReads reads) {
    this.caller = caller;
    this.reads = reads;
  }

  @GET
  @Requires(LIST)
  @APIResponseSchema(DecisionView.class)
  public Listing list(UriInfo uri, @BeanParam InstancePlace place) {
    var key = place.key();
    AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    return reads.list(DecisionType.of(key, removed(key)), uri);
  }

  /** The items of an instance whose access would be removed. */
  public static Condition removed(InstanceKey key) {
    return DecisionsInReach.all(key).and(REMOVED);
  }
}
