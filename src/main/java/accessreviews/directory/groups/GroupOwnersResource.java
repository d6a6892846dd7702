package accessreviews.directory.groups;

import accessreviews.directory.objects.ObjectType;
import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
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
  private final Caller caller;
  private final Memberships memberships;

  GroupOwnersResource(Caller caller, Memberships memberships, Reads reads) {
    super(reads);
    this.caller = caller;
    this.memberships = memberships;
  }

  @GET
  public Listing list(UriInfo uri, @PathParam("owned") String owned) {
    return objects(uri, readable(owned));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri, @PathParam("owned") String owned) {
    return objectCount(uri, readable(owned));
  }

  @POST
  @Path("/$ref")
  public void add(@PathParam("owned") String owned, JsonBody body) {
    caller.may(Operation.WRITE_GROUPS);
    memberships.addOwner(Guid.of(owned), ObjectType.group, body);
  }

  @DELETE
  @Path("/{owner}/$ref")
  public void remove(@PathParam("owned") String owned, @PathParam("owner") String owner) {
    caller.may(Operation.WRITE_GROUPS);
    memberships.removeOwner(Guid.of(owned), ObjectType.group, Guid.of(owner));
  }

  private Condition readable(String owned) {
    caller.may(Operation.READ_GROUPS);
    return Memberships.owners(DirectoryGroup.required(Guid.of(owned), LockModeType.NONE).id());
  }
}
