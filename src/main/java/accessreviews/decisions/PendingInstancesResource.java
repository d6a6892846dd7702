package accessreviews.decisions;

import accessreviews.identity.Caller;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Path;

/** {@code me/pendingAccessReviewInstances}. */
@Path("/{version}/me/pendingAccessReviewInstances")
@OnlyInBeta
public class PendingInstancesResource extends AnyPendingInstancesResource {
  PendingInstancesResource(
      Caller caller, DecisionsInReach inReach, CollectionReads reads, Reads rows) {
    super(caller, inReach, reads, rows);
  }
}
