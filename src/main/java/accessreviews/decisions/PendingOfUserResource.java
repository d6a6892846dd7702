package accessreviews.decisions;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.UriInfo;

/** {@code users/{id}/pendingAccessReviewInstances}, for that user alone. */
@Path("/{version}/users/{user}/pendingAccessReviewInstances")
@OnlyInBeta
public class PendingOfUserResource extends AnyPendingInstancesResource {
  PendingOfUserResource(
      Caller caller, DecisionsInReach inReach, CollectionReads reads, Reads rows) {
    super(caller, inReach, reads, rows);
  }

  @Override
  Access own(UriInfo uri) {
    var access = super.own(uri);
    var user = Guid.in(uri, "user");
    if (!user.equals(access.caller())) {
      throw access.unreachable(user);
    }
    return access;
  }
}
