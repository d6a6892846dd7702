package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.READ_DIRECTORY;

import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.paths.Qualified;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code transitiveMembers} of a group, all of them or the users only. */
@Path("/{version}/groups/{group}/transitiveMembers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class TransitiveMembersResource extends ObjectsResource {

  TransitiveMembersResource(Reads reads) {
    super(reads);
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

  private Condition readable(String group) {
    return Memberships.transitiveMembers(
        DirectoryGroup.required(Guid.of(group), LockModeType.NONE).id());
  }
}
