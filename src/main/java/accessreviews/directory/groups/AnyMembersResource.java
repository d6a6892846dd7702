package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.READ_DIRECTORY;

import accessreviews.directory.users.UserView;
import accessreviews.directory.users.Users;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.Qualified;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;

/** Members of a group, direct or transitive: all of them, or the users only. */
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public abstract class AnyMembersResource extends ObjectsResource {
  private final Function<UUID, Condition> members;

  AnyMembersResource(Reads reads, Function<UUID, Condition> members) {
    super(reads);
    this.members = members;
  }

  @Override
  protected Condition belonging(UriInfo uri) {
    var group = DirectoryGroup.required(Guid.in(uri, "group"), LockModeType.NONE);
    return members.apply(group.id());
  }

  /** A page of the users among them; the next page has the same cast. */
  @GET
  @Path("/user")
  @Qualified
  @Requires(READ_DIRECTORY)
  public Listing listUsers(UriInfo uri) {
    var belonging = belonging(uri);
    var sent = ODataRequest.ofList(uri);
    var url = sent.url().replaceAll("/user$", "/microsoft.graph.user");
    return reads.list(
        Users.TYPE, UserView.SET, belonging, new ODataRequest(sent.root(), url, sent.options()));
  }

  /** How many users are among them. */
  @GET
  @Path("/user/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> countUsers(UriInfo uri) {
    return Entities.count(reads.count(Users.TYPE, belonging(uri), ODataRequest.ofCount(uri)));
  }
}
