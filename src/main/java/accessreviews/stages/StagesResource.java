package accessreviews.stages;

import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.Entities;
import accessreviews.odata.IfMatch;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code …/definitions/{id}/instances/{id}/stages}. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/stages")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class StagesResource {
  private final Caller caller;
  private final UpdateStage update;
  private final Reads reads;

  StagesResource(Caller caller, UpdateStage update, Reads reads) {
    this.caller = caller;
    this.update = update;
    this.reads = reads;
  }

  @GET
  @APIResponseSchema(StageView.class)
  public Listing list(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var key = listed(definition, instance);
    return reads.list(
        StageType.TYPE, StageView.set(key), StageType.of(key), ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var key = listed(definition, instance);
    return Entities.count(
        reads.count(StageType.TYPE, StageType.of(key), ODataRequest.ofCount(uri)));
  }

  /** The instance, all of whose stages the caller may list. */
  private InstanceKey listed(String definition, String instance) {
    var access = caller.may(Operation.LIST_STAGES);
    var key = InstanceKey.of(definition, instance);
    AccessReviewInstance.required(key, access, LockModeType.NONE);
    return key;
  }

  @GET
  @Path("/filterByCurrentUser")
  @APIResponseSchema(StageView.class)
  public Listing filterByCurrentUser(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var access = caller.may(Operation.FILTER_STAGES);
    return reads.filterByCurrentUser(
        StageType.TYPE,
        StageType.of(InstanceKey.of(definition, instance)).and(access.stages(EntityType.ROW)),
        ODataRequest.ofList(uri));
  }

  @GET
  @Path("/{stage}")
  @APIResponseSchema(StageView.class)
  public RestResponse<Object> get(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("stage") String stage) {
    var access = caller.may(Operation.GET_STAGE);
    var key = StageKey.of(definition, instance, stage);
    var found = AccessReviewStage.required(key, access, LockModeType.NONE);
    var request = ODataRequest.ofEntity(uri);
    var set = StageView.set(key.instance());
    var shown =
        reads.entity(
            StageType.TYPE,
            found,
            set,
            one -> StageView.entity(one, request.root().context(set + "/$entity")),
            request);
    return Entities.ok(shown, IfMatch.etag(found.version()));
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
