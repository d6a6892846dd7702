package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.WRITE_GROUPS;

import accessreviews.directory.objects.DirectorySetResource;
import accessreviews.identity.Requires;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code groups}. */
@Path("/{version}/groups")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class GroupsResource extends DirectorySetResource<DirectoryGroup> {
  private final WriteGroup write;

  GroupsResource(WriteGroup write, CollectionReads reads) {
    super(
        reads,
        Groups.ALL,
        id -> DirectoryGroup.required(Guid.of(id), LockModeType.NONE),
        write::create,
        id -> write.delete(Guid.of(id)));
    this.write = write;
  }

  @Override
  @POST
  @Requires(WRITE_GROUPS)
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    return super.create(uri, body);
  }

  @PATCH
  @Path("/{id}")
  @Requires(WRITE_GROUPS)
  public void update(@PathParam("id") String id, JsonBody body) {
    write.update(Guid.of(id), body);
  }

  @Override
  @DELETE
  @Path("/{id}")
  @Requires(WRITE_GROUPS)
  public void delete(@PathParam("id") String id) {
    super.delete(id);
  }
}
