package accessreviews.instances;

import static accessreviews.identity.Privilege.READ;
import static accessreviews.identity.Privilege.WRITE;

import accessreviews.definitions.AccessReviewScheduleDefinition;
import accessreviews.definitions.DefinitionView;
import accessreviews.definitions.DefinitionsResource;
import accessreviews.definitions.ReviewsResource;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.paths.OnlyInBeta;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.ServedCollection;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code …/definitions/{id}/instances}. */
@Path("/{version}/identityGovernance/accessReviews/definitions/{definition}/instances")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class InstancesResource extends ReviewsResource<AccessReviewInstance> {
  private final UpdateInstance update;

  InstancesResource(Caller caller, UpdateInstance update, CollectionReads reads) {
    super(caller, reads);
    this.update = update;
  }

  @Override
  protected ServedCollection<AccessReviewInstance> all(UriInfo uri) {
    var series =
        AccessReviewScheduleDefinition.required(
            Guid.in(uri, "definition"), caller.access(), LockModeType.NONE);
    return InstanceType.of(series.id());
  }

  @Override
  protected ServedCollection<AccessReviewInstance> own(UriInfo uri) {
    var own = InstanceType.reached(caller.access(), EntityType.ROW);
    return InstanceType.of(Guid.in(uri, "definition")).where(own);
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
