package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.READ_DIRECTORY;
import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.Qualified;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code members} of a group, all of them or the users only. */
@Path("/{version}/groups/{group}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class MembersResource extends ObjectsResource {
  private final Memberships memberships;

  MembersResource(Memberships memberships, Reads reads) {
    super(reads);
    this.memberships = memberships;
  }

  @GET
  @Requires(READ_DIRECTORY)
  public Listing list(UriInfo uri, @PathParam("group") String group) {
    return objects(uri, readable(group));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> count(UriInfo uri, @PathParam("group") String group) {
    return objectCount(uri, readable(group));
  }

  @GET
  @Path("/user")
  @Qualified
  @Requires(READ_DIRECTORY)
  public Listing listUsers(UriInfo uri, @PathParam("group") String group) {
    return users(uri, readable(group));
  }

  @GET
  @Path("/user/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> countUsers(UriInfo uri, @PathParam("group") String group) {
    return userCount(uri, readable(group));
  }

  @POST
  @Path("/$ref")
  @Requires(WRITE_DIRECTORY)
  public void add(@PathParam("group") String group, JsonBody body) {
    memberships.addMember(Guid.of(group), body);
  }

  @DELETE
  @Path("/{member}/$ref")
  @Requires(WRITE_DIRECTORY)
  public void remove(@PathParam("group") String group, @PathParam("member") String member) {
    memberships.removeMember(Guid.of(group), Guid.of(member));
  }

  private Condition readable(String group) {
    return Memberships.members(DirectoryGroup.required(Guid.of(group), LockModeType.NONE).id());
  }
}
