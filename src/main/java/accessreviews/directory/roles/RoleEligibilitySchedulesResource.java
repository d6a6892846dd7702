package accessreviews.directory.roles;

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
import org.jboss.resteasy.reactive.RestResponse;

/** {@code roleManagement/directory}: who may activate which role. */
@Path("/{version}/roleManagement/directory/roleEligibilitySchedules")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class RoleEligibilitySchedulesResource {
  private final Caller caller;
  private final WriteRole write;
  private final Reads reads;

  RoleEligibilitySchedulesResource(Caller caller, WriteRole write, Reads reads) {
    this.caller = caller;
    this.write = write;
    this.reads = reads;
  }

  @GET
  public Listing list(UriInfo uri) {
    caller.may(Operation.READ_ROLES);
    return reads.list(
        Roles.ELIGIBILITIES, RoleViews.ELIGIBILITIES, Condition.NONE, ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(UriInfo uri) {
    caller.may(Operation.READ_ROLES);
    return Entities.count(
        reads.count(Roles.ELIGIBILITIES, Condition.NONE, ODataRequest.ofCount(uri)));
  }

  @POST
  public RestResponse<Object> create(UriInfo uri, JsonBody body) {
    caller.may(Operation.WRITE_ROLES);
    var view = RoleViews.entity(write.makeEligible(body), ServiceRoot.of(uri));
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{id}")
  public Object get(UriInfo uri, @PathParam("id") String id) {
    caller.may(Operation.READ_ROLES);
    var request = ODataRequest.ofEntity(uri);
    return reads.entity(
        Roles.ELIGIBILITIES,
        RoleEligibility.required(Guid.of(id)),
        RoleViews.ELIGIBILITIES,
        found -> RoleViews.entity(found, request.root()),
        request);
  }

  @DELETE
  @Path("/{id}")
  public void delete(@PathParam("id") String id) {
    caller.may(Operation.WRITE_ROLES);
    write.makeIneligible(Guid.of(id));
  }
}
