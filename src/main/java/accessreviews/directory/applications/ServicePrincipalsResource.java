package accessreviews.directory.applications;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code servicePrincipals}, and who may use each. */
@Path("/{version}/servicePrincipals")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ServicePrincipalsResource {
  private static final String RESOURCE = "resource";

  private final Caller caller;
  private final WriteServicePrincipal write;
  private final Reads reads;

  ServicePrincipalsResource(Caller caller, WriteServicePrincipal write, Reads reads) {
    this.caller = caller;
    this.write = write;
    this.reads = reads;
  }

  @GET
  public Listing list(UriInfo uri) {
    caller.may(Operation.READ_SERVICE_PRINCIPALS);
    return reads.list(
        ServicePrincipals.TYPE, ServicePrincipalView.SET, Condition.NONE, ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri) {
    caller.may(Operation.READ_SERVICE_PRINCIPALS);
    return Entities.count(
        reads.count(ServicePrincipals.TYPE, Condition.NONE, ODataRequest.ofCount(uri)));
  }

  @POST
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    caller.may(Operation.WRITE_SERVICE_PRINCIPALS);
    var view = ServicePrincipalView.entity(write.create(body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{resource}")
  public Object get(UriInfo uri, @PathParam(RESOURCE) String id) {
    var request = ODataRequest.ofEntity(uri);
    return reads.entity(
        ServicePrincipals.TYPE,
        ServicePrincipal.required(readable(id)),
        ServicePrincipalView.SET,
        found -> ServicePrincipalView.entity(found, request.root()),
        request);
  }

  @DELETE
  @Path("/{resource}")
  public void delete(@PathParam(RESOURCE) String id) {
    caller.may(Operation.WRITE_SERVICE_PRINCIPALS);
    write.delete(Guid.of(id));
  }

  @GET
  @Path("/{resource}/appRoleAssignedTo")
  public Listing assignments(UriInfo uri, @PathParam(RESOURCE) String id) {
    var resource = ServicePrincipal.required(readable(id)).id();
    return reads.list(
        ServicePrincipals.ASSIGNMENTS,
        AppRoleAssignmentView.set(resource),
        of(resource),
        ODataRequest.ofList(uri));
  }

  @GET
  @Path("/{resource}/appRoleAssignedTo/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> assignmentCount(UriInfo uri, @PathParam(RESOURCE) String id) {
    var resource = ServicePrincipal.required(readable(id)).id();
    return Entities.count(
        reads.count(ServicePrincipals.ASSIGNMENTS, of(resource), ODataRequest.ofCount(uri)));
  }

  @POST
  @Path("/{resource}/appRoleAssignedTo")
  public RestResponse<Object> assign(UriInfo uri, @PathParam(RESOURCE) String id, JsonBody body) {
    caller.may(Operation.WRITE_SERVICE_PRINCIPALS);
    var view = AppRoleAssignmentView.entity(write.assign(Guid.of(id), body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{resource}/appRoleAssignedTo/{assignment}")
  public Object assignment(
      UriInfo uri, @PathParam(RESOURCE) String id, @PathParam("assignment") String assignment) {
    var request = ODataRequest.ofEntity(uri);
    var resource = readable(id);
    return reads.entity(
        ServicePrincipals.ASSIGNMENTS,
        AppRoleAssignment.required(resource, Guid.of(assignment)),
        AppRoleAssignmentView.set(resource),
        found -> AppRoleAssignmentView.entity(found, request.root()),
        request);
  }

  @DELETE
  @Path("/{resource}/appRoleAssignedTo/{assignment}")
  public void unassign(@PathParam(RESOURCE) String id, @PathParam("assignment") String assignment) {
    caller.may(Operation.WRITE_SERVICE_PRINCIPALS);
    write.unassign(Guid.of(id), Guid.of(assignment));
  }

  private UUID readable(String id) {
    caller.may(Operation.READ_SERVICE_PRINCIPALS);
    return Guid.of(id);
  }

  private static Condition of(UUID resource) {
    return Condition.of("e.resourceId = :of", "of", resource);
  }
}
