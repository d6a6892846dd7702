package accessreviews.directory.roles;

import static accessreviews.identity.Privilege.READ_DIRECTORY;
import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Listing;
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

/** {@code roleManagement/directory}: eligible role assignments. */
@Path("/{version}/roleManagement/directory/roleEligibilitySchedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class RoleEligibilitySchedulesResource {
  private final WriteRole write;
  private final CollectionReads reads;

  RoleEligibilitySchedulesResource(WriteRole write, CollectionReads reads) {
    this.write = write;
    this.reads = reads;
  }

  @GET
  @Requires(READ_DIRECTORY)
  public Listing list(UriInfo uri) {
    return reads.list(Roles.ALL_ELIGIBILITIES, uri);
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> count(UriInfo uri) {
    return reads.count(Roles.ALL_ELIGIBILITIES, uri);
  }

  @POST
  @Requires(WRITE_DIRECTORY)
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    var view = RoleViews.entity(write.makeEligible(body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{id}")
  @Requires(READ_DIRECTORY)
  public Object get(UriInfo uri, @PathParam("id") String id) {
    return reads.one(Roles.ALL_ELIGIBILITIES, RoleEligibility.required(Guid.of(id)), uri);
  }

  @DELETE
  @Path("/{id}")
  @Requires(WRITE_DIRECTORY)
  public void delete(@PathParam("id") String id) {
    write.makeIneligible(Guid.of(id));
  }
}
