package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.WRITE_GROUPS;

import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * {@code members} of a group. {@link ObjectsResource} has the reads, {@link AnyMembersResource}
 * those of users only.
 */
@Path("/{version}/groups/{group}/members")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class MembersResource extends AnyMembersResource {
  private final Memberships memberships;

  MembersResource(Memberships memberships, Reads reads) {
    super(reads, Memberships::members);
    this.memberships = memberships;
  }

  @POST
  @Path("/$ref")
  @Requires(WRITE_GROUPS)
  public void add(@PathParam("group") String group, JsonBody body) {
    memberships.addMember(Guid.of(group), body);
  }

  @DELETE
  @Path("/{member}/$ref")
  @Requires(WRITE_GROUPS)
  public void remove(@PathParam("group") String group, @PathParam("member") String member) {
    memberships.removeMember(Guid.of(group), Guid.of(member));
  }
}
