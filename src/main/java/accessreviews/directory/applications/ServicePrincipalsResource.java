package accessreviews.directory.applications;

import static accessreviews.identity.Privilege.READ_DIRECTORY;
import static accessreviews.identity.Privilege.WRITE_DIRECTORY;

import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ServedCollection;
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

/** {@code servicePrincipals}, and the app role assignments of each. */
@Path("/{version}/servicePrincipals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ServicePrincipalsResource {
  private static final String RESOURCE = "resource";

  private final WriteServicePrincipal write;
  private final CollectionReads reads;

  ServicePrincipalsResource(WriteServicePrincipal write, CollectionReads reads) {
    this.write = write;
    this.reads = reads;
  }

  @GET
  @Requires(READ_DIRECTORY)
  public Listing list(UriInfo uri) {
    return reads.list(ServicePrincipals.ALL, uri);
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> count(UriInfo uri) {
    return reads.count(ServicePrincipals.ALL, uri);
  }

  @POST
  @Requires(WRITE_DIRECTORY)
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    var view = ServicePrincipalView.entity(write.create(body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{resource}")
  @Requires(READ_DIRECTORY)
  public Object get(UriInfo uri, @PathParam(RESOURCE) String id) {
    return reads.one(ServicePrincipals.ALL, ServicePrincipal.required(Guid.of(id)), uri);
  }

  @DELETE
  @Path("/{resource}")
  @Requires(WRITE_DIRECTORY)
  public void delete(@PathParam(RESOURCE) String id) {
    write.delete(Guid.of(id));
  }

  @GET
  @Path("/{resource}/appRoleAssignedTo")
  @Requires(READ_DIRECTORY)
  public Listing assignments(UriInfo uri, @PathParam(RESOURCE) String id) {
    return reads.list(assignedTo(id), uri);
  }

  @GET
  @Path("/{resource}/appRoleAssignedTo/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(READ_DIRECTORY)
  public RestResponse<String> assignmentCount(UriInfo uri, @PathParam(RESOURCE) String id) {
    return reads.count(assignedTo(id), uri);
  }

  private static ServedCollection<AppRoleAssignment> assignedTo(String id) {
    return ServicePrincipals.assignedTo(ServicePrincipal.required(Guid.of(id)).id());
  }

  @POST
  @Path("/{resource}/appRoleAssignedTo")
  @Requires(WRITE_DIRECTORY)
  public RestResponse<Object> assign(UriInfo uri, @PathParam(RESOURCE) String id, JsonBody body) {
    var view = AppRoleAssignmentView.entity(write.assign(Guid.of(id), body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{resource}/appRoleAssignedTo/{assignment}")
  @Requires(READ_DIRECTORY)
  public Object assignment(
      UriInfo uri, @PathParam(RESOURCE) String id, @PathParam("assignment") String assignment) {
    var resource = Guid.of(id);
    var found = AppRoleAssignment.required(resource, Guid.of(assignment));
    return reads.one(ServicePrincipals.assignedTo(resource), found, uri);
  }

  @DELETE
  @Path("/{resource}/appRoleAssignedTo/{assignment}")
  @Requires(WRITE_DIRECTORY)
  public void unassign(@PathParam(RESOURCE) String id, @PathParam("assignment") String assignment) {
    write.unassign(Guid.of(id), Guid.of(assignment));
  }
}
