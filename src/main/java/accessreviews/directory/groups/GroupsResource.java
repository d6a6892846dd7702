package accessreviews.directory.groups;

import static accessreviews.identity.Privilege.READ_DIRECTORY;
import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Listing;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
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
public class GroupsResource {
  private final WriteGroup write;
  private final CollectionReads reads;

  GroupsResource(WriteGroup write, CollectionReads reads) {
    this.write = write;
    this.reads = reads;
  }

  @GET
  @Requires(READ_DIRECTORY)
  public Listing list(UriInfo uri) {
    return reads.list(Groups.ALL, uri);
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> count(UriInfo uri) {
    return reads.count(Groups.ALL, uri);
  }

  @POST
  @Requires(WRITE_DIRECTORY)
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    var view = GroupView.entity(write.create(body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{id}")
  @Requires(READ_DIRECTORY)
  public Object get(UriInfo uri, @PathParam("id") String id) {
    return reads.one(Groups.ALL, DirectoryGroup.required(Guid.of(id), LockModeType.NONE), uri);
  }

  @PATCH
  @Path("/{id}")
  @Requires(WRITE_DIRECTORY)
  public void update(@PathParam("id") String id, JsonBody body) {
    write.update(Guid.of(id), body);
  }

  @DELETE
  @Path("/{id}")
  @Requires(WRITE_DIRECTORY)
  public void delete(@PathParam("id") String id) {
    write.delete(Guid.of(id));
  }
}
