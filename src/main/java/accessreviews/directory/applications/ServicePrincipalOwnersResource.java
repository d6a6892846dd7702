package accessreviews.directory.applications;

import accessreviews.directory.groups.Memberships;
import accessreviews.directory.groups.ObjectsResource;
import accessreviews.directory.objects.ObjectType;
import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.odata.Guid;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Listing;
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

/** {@code owners} of a service principal. */
@Path("/{version}/servicePrincipals/{owned}/owners")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ServicePrincipalOwnersResource extends ObjectsResource {
  private final Caller caller;
  private final Memberships memberships;

  ServicePrincipalOwnersResource(Caller caller, Memberships memberships, Reads reads) {
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
    caller.may(Operation.WRITE_SERVICE_PRINCIPALS);
    memberships.addOwner(Guid.of(owned), ObjectType.servicePrincipal, body);
  }

  @DELETE
  @Path("/{owner}/$ref")
  public void remove(@PathParam("owned") String owned, @PathParam("owner") String owner) {
    caller.may(Operation.WRITE_SERVICE_PRINCIPALS);
    memberships.removeOwner(Guid.of(owned), ObjectType.servicePrincipal, Guid.of(owner));
  }

  private Condition readable(String owned) {
    caller.may(Operation.READ_SERVICE_PRINCIPALS);
    return Memberships.owners(ServicePrincipal.required(Guid.of(owned)).id());
  }
}
