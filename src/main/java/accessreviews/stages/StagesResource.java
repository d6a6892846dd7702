package accessreviews.stages;

import static accessreviews.identity.Privilege.LIST;
import static accessreviews.identity.Privilege.WRITE;

import accessreviews.definitions.ReviewsResource;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstancePlace;
import accessreviews.odata.Entities;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.ServedCollection;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code …/definitions/{id}/instances/{id}/stages}. Graph updates a stage by PATCH alone. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StagesResource extends ReviewsResource<AccessReviewStage> {
  private final UpdateStage update;

  StagesResource(Caller caller, UpdateStage update, CollectionReads reads) {
    super(caller, reads);
    this.update = update;
  }

  @Override
  protected ServedCollection<AccessReviewStage> all(UriInfo uri) {
    var key = InstancePlace.of(uri).key();
    AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    return StageType.of(key);
  }

  @Override
  protected ServedCollection<AccessReviewStage> own(UriInfo uri) {
    var own = StageType.reached(caller.access(), EntityType.ROW);
    return StageType.of(InstancePlace.of(uri).key()).where(own);
  }

  @GET
  @Path("/{stage}")
  @Requires(LIST)
  @APIResponseSchema(StageView.class)
  public RestResponse<Object> get(UriInfo uri, @BeanParam StagePlace place) {
    var key = place.key();
    var found = AccessReviewStage.required(key, caller.access(), LockModeType.NONE);
    return reads.one(StageType.of(key.instance()), found, IfMatch.etag(found.version()), uri);
  }

  @PATCH
  @Path("/{stage}")
  @Requires(WRITE)
  public RestResponse<StageView> merge(
      @BeanParam StagePlace place, @BeanParam IfMatch ifMatch, JsonBody body) {
    var view = update.update(caller.access(), place.key(), ifMatch, body);
    return Entities.ok(view, view.etag());
  }
}
