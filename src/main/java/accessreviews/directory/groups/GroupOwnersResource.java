package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.READ_DIRECTORY;
import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.directory.objects.ObjectType;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
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

/** {@code owners} of a group. */
@Path("/{version}/groups/{owned}/owners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class GroupOwnersResource extends ObjectsResource {
  private final Memberships memberships;

  GroupOwnersResource(Memberships memberships, Reads reads) {
    super(reads);
    this.memberships = memberships;
  }

  @GET
  @Requires(READ_DIRECTORY)
  public Listing list(UriInfo uri, @PathParam("owned") String owned) {
    return objects(uri, readable(owned));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> count(UriInfo uri, @PathParam("owned") String owned) {
    return objectCount(uri, readable(owned));
  }

  @POST
  @Path("/$ref")
  @Requires(WRITE_DIRECTORY)
  public void add(@PathParam("owned") String owned, JsonBody body) {
    memberships.addOwner(Guid.of(owned), ObjectType.group, body);
  }

  @DELETE
  @Path("/{owner}/$ref")
  @Requires(WRITE_DIRECTORY)
  public void remove(@PathParam("owned") String owned, @PathParam("owner") String owner) {
    memberships.removeOwner(Guid.of(owned), ObjectType.group, Guid.of(owner));
  }

  private Condition readable(String owned) {
    return Memberships.owners(DirectoryGroup.required(Guid.of(owned), LockModeType.NONE).id());
  }
}
