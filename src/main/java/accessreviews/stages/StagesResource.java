package accessreviews.stages;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.Entities;
import accessreviews.odata.IfMatch;
import accessreviews.odata.JsonBody;
import accessreviews.odata.Listing;
import accessreviews.odata.Page;
import accessreviews.odata.QueryOptions;
import accessreviews.odata.ServiceRoot;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code …/definitions/{id}/instances/{id}/stages}. */
@Path(
    "/{version:v1\\.0|beta}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StagesResource {
  private final Caller caller;
  private final UpdateStage update;

  StagesResource(Caller caller, UpdateStage update) {
    this.caller = caller;
    this.update = update;
  }

  @GET
  public Listing<StageView> list(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var access = caller.may(Operation.LIST_STAGES);
    var key = InstanceKey.of(definition, instance);
    AccessReviewInstance.required(key, access, LockModeType.NONE);
    var page = Page.of(uri);
    return page.show(
        ServiceRoot.of(uri).context(key.path() + "/stages"),
        AccessReviewStage.countOf(key.instance()),
        AccessReviewStage.page(key.instance(), page.top(), page.skip()),
        StageView::item);
  }

  @GET
  @Path("/{stage}")
  public RestResponse<StageView> get(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage) {
    var access = caller.may(Operation.GET_STAGE);
    var key = StageKey.of(definition, instance, stage);
    var found = AccessReviewStage.required(key, access, LockModeType.NONE);
    QueryOptions.requireNone(uri);
    var context = ServiceRoot.of(uri).context(key.instance().path() + "/stages/$entity");
    return shown(StageView.entity(found, context));
  }

  @PATCH
  @Path("/{stage}")
  public RestResponse<StageView> merge(
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage,
      @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
      JsonBody body) {
    var access = caller.may(Operation.UPDATE_STAGE);
    return shown(
        update.update(
            access, StageKey.of(definition, instance, stage), new IfMatch(ifMatch), body));
  }

  private static RestResponse<StageView> shown(StageView view) {
    return Entities.ok(view, view.etag());
  }
}
