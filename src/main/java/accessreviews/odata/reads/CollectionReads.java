package accessreviews.odata.reads;

import accessreviews.odata.Entities;
import accessreviews.odata.GraphConfig;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** The reads that every collection has, as the query options of a URL ask for them. */
@ApplicationScoped
public class CollectionReads {
  /** The largest page of a collection that the live service limits. */
  private static final int LIMIT = 100;

  private final Reads reads;
  private final GraphConfig graph;

  CollectionReads(Reads reads, GraphConfig graph) {
    this.reads = reads;
    this.graph = graph;
  }

  /** A page of the collection. */
  public <E> Listing list(ServedCollection<E> all, UriInfo uri) {
    return reads.list(all.type(), all.path(), all.visible(), listRequest(all, uri));
  }

  /** {@code $count}: how many there are in the collection. */
  public <E> RestResponse<String> count(ServedCollection<E> all, UriInfo uri) {
    if (isLimited(all)) {
      throw new Refused(
          Refusal.RESOURCE_NOT_FOUND,
          null,
          "Graph has no $count here, and this service is started with access-reviews.graph.strict.");
    }
    return Entities.count(reads.count(all.type(), all.visible(), ODataRequest.ofCount(uri)));
  }

  /** {@code filterByCurrentUser(on='reviewer')}: a page of what the signed-in user reviews. */
  public <E> Listing filterByCurrentUser(ServedCollection<E> own, UriInfo uri) {
    return reads.filterByCurrentUser(own.type(), own.visible(), listRequest(own, uri));
  }

  private ODataRequest listRequest(ServedCollection<?> all, UriInfo uri) {
    var request = ODataRequest.ofList(uri);
    if (isLimited(all) && request.options().top().orElse(LIMIT) > LIMIT) {
      throw new Refused(
          Refusal.INVALID_QUERY_OPTION,
          "$top",
          "Invalid value for the query option '$top': Graph takes at most %d here, and this service is started with access-reviews.graph.strict."
              .formatted(LIMIT));
    }
    return request;
  }

  private boolean isLimited(ServedCollection<?> all) {
    return all.limited() && graph.strict();
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
