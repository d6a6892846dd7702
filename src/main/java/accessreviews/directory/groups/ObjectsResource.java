package accessreviews.directory.groups;

import accessreviews.directory.users.UserView;
import accessreviews.directory.users.Users;
import accessreviews.odata.Entities;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** Collections of objects of every kind: members and owners, all of them or the users only. */
public abstract class ObjectsResource {
  private final Reads reads;

  protected ObjectsResource(Reads reads) {
    this.reads = reads;
  }

  /** The objects that fulfil {@code condition}, each with its type. */
  protected Listing objects(UriInfo uri, Condition condition) {
    return reads.list(Entries.TYPE, "directoryObjects", condition, ODataRequest.ofList(uri));
  }

  /** The number of these objects. */
  protected RestResponse<String> objectCount(UriInfo uri, Condition condition) {
    return Entities.count(reads.count(Entries.TYPE, condition, ODataRequest.ofCount(uri)));
  }

  /** The users among these objects; the next page has the same cast. */
  protected Listing users(UriInfo uri, Condition condition) {
    var sent = ODataRequest.ofList(uri);
    var url = sent.url().replaceAll("/user$", "/microsoft.graph.user");
    return reads.list(
        Users.TYPE, UserView.SET, condition, new ODataRequest(sent.root(), url, sent.options()));
  }

  /** The number of users among these objects. */
  protected RestResponse<String> userCount(UriInfo uri, Condition condition) {
    return Entities.count(reads.count(Users.TYPE, condition, ODataRequest.ofCount(uri)));
  }
}
