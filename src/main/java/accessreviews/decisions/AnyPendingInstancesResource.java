package accessreviews.decisions;

import static accessreviews.identity.Privilege.READ_PENDING;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstanceType;
import accessreviews.odata.Guid;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;

/**
 * The open instances that a signed-in user reviews, and the items that are theirs (operations.md,
 * 7). Graph has announced their end; {@code filterByCurrentUser} takes their place.
 */
@Produces(MediaType.APPLICATION_JSON)
public abstract class AnyPendingInstancesResource {
  private final Caller caller;
  private final DecisionsInReach inReach;
  private final CollectionReads reads;
  private final Reads rows;

  AnyPendingInstancesResource(
      Caller caller, DecisionsInReach inReach, CollectionReads reads, Reads rows) {
    this.caller = caller;
    this.inReach = inReach;
    this.reads = reads;
    this.rows = rows;
  }

  /** The access of the caller; refuses the path of somebody else. */
  Access own(UriInfo uri) {
    return caller.access();
  }

  /** A page of the instances. */
  @GET
  @Requires(READ_PENDING)
  public Listing list(UriInfo uri) {
    return reads.list(InstanceType.pending(own(uri)), uri);
  }

  /** A page of the caller's items of one of the instances. */
  @GET
  @Path("/{instance}/decisions")
  @Requires(READ_PENDING)
  public Listing decisions(UriInfo uri, @PathParam("instance") String instance) {
    var access = own(uri);
    var id = Guid.of(instance);
    var found =
        rows.one(
                InstanceType.TYPE,
                InstanceType.pending(access).visible().and(Condition.of("e.id = :id", "id", id)))
            .orElseThrow(() -> access.unreachable(id));
    var key = new InstanceKey(found.definitionId(), id);
    return reads.list(DecisionType.of(key, inReach.ownItems(key, access.caller())), uri);
  }
}
