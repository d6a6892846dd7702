package accessreviews.definitions;

import static accessreviews.identity.Privilege.LIST;
import static accessreviews.identity.Privilege.READ_REVIEWED;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.paths.Qualified;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ServedCollection;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A collection of series, instances, stages or decisions, and what the caller reviews of it. Where
 * it is, its own resource reads from the path.
 */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class ReviewsResource<E> {
  /** Who asks. */
  protected final Caller caller;

  /** The reads of collections. */
  protected final CollectionReads reads;

  protected ReviewsResource(Caller caller, CollectionReads reads) {
    this.caller = caller;
    this.reads = reads;
  }

  /** All that the caller may list at {@code uri}; refuses a place out of their reach. */
  protected abstract ServedCollection<E> all(UriInfo uri);

  /** What the caller reviews at {@code uri}. */
  protected abstract ServedCollection<E> own(UriInfo uri);

  /** A page of the collection. */
  @GET
  @Requires(LIST)
  public Listing list(UriInfo uri) {
    return reads.list(all(uri), uri);
  }

  /** How many there are in the collection. */
  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(LIST)
  public RestResponse<String> count(UriInfo uri) {
    return reads.count(all(uri), uri);
  }

  /** A page of what the caller reviews. */
  @GET
  @Path("/filterByCurrentUser")
  @Qualified("on='reviewer'")
  @Requires(READ_REVIEWED)
  public Listing filterByCurrentUser(UriInfo uri) {
    return reads.filterByCurrentUser(own(uri), uri);
  }
}
