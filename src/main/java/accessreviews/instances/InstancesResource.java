package accessreviews.instances;

import static accessreviews.identity.Privilege.LIST;
import static accessreviews.identity.Privilege.READ;
import static accessreviews.identity.Privilege.READ_REVIEWED;
import static accessreviews.identity.Privilege.WRITE;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.DefinitionView;
import accessreviews.definitions.DefinitionsResource;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.paths.Qualified;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ServedCollection;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code …/definitions/{id}/instances}. */
@Path("/{version}/identityGovernance/accessReviews/definitions/{definition}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class InstancesResource {
  private final Caller caller;
  private final UpdateInstance update;
  private final CollectionReads reads;

  InstancesResource(Caller caller, UpdateInstance update, CollectionReads reads) {
    this.caller = caller;
    this.update = update;
    this.reads = reads;
  }

  @GET
  @Requires(LIST)
  @APIResponseSchema(InstanceView.class)
  public Listing list(UriInfo uri, @PathParam("definition") String definition) {
    return reads.list(all(definition), uri);
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(LIST)
  public RestResponse<String> count(UriInfo uri, @PathParam("definition") String definition) {
    return reads.count(all(definition), uri);
  }

  private ServedCollection<AccessReviewInstance> all(String definition) {
    return InstanceType.of(
        AccessReviewScheduleDefinition.required(
                Guid.of(definition), caller.access(), LockModeType.NONE)
            .id());
  }

  @GET
  @Path("/filterByCurrentUser")
  @Qualified("on='reviewer'")
  @Requires(READ_REVIEWED)
  @APIResponseSchema(InstanceView.class)
  public Listing filterByCurrentUser(UriInfo uri, @PathParam("definition") String definition) {
    var own = InstanceType.reached(caller.access(), EntityType.ROW);
    return reads.filterByCurrentUser(InstanceType.of(Guid.of(definition)).where(own), uri);
  }

  @GET
  @Path("/{instance}")
  @Requires(READ)
  @APIResponseSchema(InstanceView.class)
  public RestResponse<Object> get(UriInfo uri, @BeanParam InstancePlace place) {
    return shown(place.key(), caller.access(), reads, uri);
  }

  /** The instance at {@code key} as the answer to a read of it. */
  public static RestResponse<Object> shown(
      InstanceKey key, Access access, CollectionReads reads, UriInfo uri) {
    var found = AccessReviewInstance.required(key, access, LockModeType.NONE);
    var all = InstanceType.of(key.definition());
    return reads.one(all, found, IfMatch.etag(found.version()), uri);
  }

  /** The series of an instance. */
  @GET
  @Path("/{instance}/definition")
  @OnlyInBeta
  @Requires(READ)
  @APIResponseSchema(DefinitionView.class)
  public RestResponse<Object> definition(UriInfo uri, @BeanParam InstancePlace place) {
    var key = place.key();
    AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    return DefinitionsResource.shown(key.definition(), caller.access(), reads, uri);
  }

  @PUT
  @Path("/{instance}")
  @Requires(WRITE)
  public RestResponse<InstanceView> replace(
      UriInfo uri, @BeanParam InstancePlace place, @BeanParam IfMatch ifMatch, JsonBody body) {
    return updated(uri, place, ifMatch, body);
  }

  @PATCH
  @Path("/{instance}")
  @Requires(WRITE)
  public RestResponse<InstanceView> merge(
      UriInfo uri, @BeanParam InstancePlace place, @BeanParam IfMatch ifMatch, JsonBody body) {
    return updated(uri, place, ifMatch, body);
  }

  private RestResponse<InstanceView> updated(
      UriInfo uri, InstancePlace place, IfMatch ifMatch, JsonBody body) {
    var root = ServiceRoot.of(uri);
    var view =
        update.update(
            caller.access(),
            place.key(),
            ifMatch,
            body,
            updated -> InstanceView.entity(updated, root));
    return Entities.ok(view, view.etag());
  }
}
