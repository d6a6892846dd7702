package accessreviews.life.apply;

import accessreviews.decisions.DecisionType;
import accessreviews.decisions.DecisionView;
import accessreviews.decisions.DecisionsInReach;
import accessreviews.decisions.items.ApplyResult;
import accessreviews.decisions.items.Decision;
import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;

/**
 * {@code …/instances/{id}/applyPreview}: the decisions whose access would be taken away, were the
 * instance applied now. Ours; Graph has nothing like it.
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
  private final Reads reads;

  ApplyPreviewResource(Caller caller, Reads reads) {
    this.caller = caller;
    this.reads = reads;
  }

  @GET
  @APIResponseSchema(DecisionView.class)
  public Listing list(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var access = caller.may(Operation.APPLY_PREVIEW);
    var key = InstanceKey.of(definition, instance);
    AccessReviewInstance.required(key, access, LockModeType.NONE);
    return reads.list(
        DecisionType.TYPE,
        DecisionType.set(key),
        DecisionsInReach.all(key).and(REMOVED),
        ODataRequest.ofList(uri));
  }
}
