package accessreviews.odata.reads;

import accessreviews.odata.Entities;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** The reads that every collection has, as the query options of a URL ask for them. */
@ApplicationScoped
public class CollectionReads {
  private final Reads reads;

  CollectionReads(Reads reads) {
    this.reads = reads;
  }

  /** A page of the collection. */
  public <E> Listing list(ServedCollection<E> all, UriInfo uri) {
    return reads.list(all.type(), all.path(), all.visible(), ODataRequest.ofList(uri));
  }

  /** {@code $count}: how many there are in the collection. */
  public <E> RestResponse<String> count(ServedCollection<E> all, UriInfo uri) {
    return Entities.count(reads.count(all.type(), all.visible(), ODataRequest.ofCount(uri)));
  }

  /** {@code filterByCurrentUser(on='reviewer')}: a page of what the signed-in user reviews. */
  public <E> Listing filterByCurrentUser(ServedCollection<E> own, UriInfo uri) {
    return reads.filterByCurrentUser(own.type(), own.visible(), ODataRequest.ofList(uri));
  }

  /** One of the collection. */
  public <E> Object one(ServedCollection<E> all, E row, UriInfo uri) {
    var request = ODataRequest.ofEntity(uri);
    return reads.entity(
        all.type(), row, all.path(), shown -> all.entity().apply(shown, request.root()), request);
  }

  /** One of the collection, with its {@code ETag}. */
  public <E> RestResponse<Object> one(ServedCollection<E> all, E row, String etag, UriInfo uri) {
    return Entities.ok(one(all, row, uri), etag);
  }
}
