package accessreviews.definitions;

import static accessreviews.identity.Privilege.READ;
import static accessreviews.identity.Privilege.WRITE;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.IfMatch;
import accessreviews.odata.ServiceRoot;
import accessreviews.odata.bodies.JsonBody;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.ServedCollection;
import accessreviews.platform.due.DueTransitions;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code identityGovernance/accessReviews/definitions}. */
@Path("/{version}/identityGovernance/accessReviews/definitions")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class DefinitionsResource extends ReviewsResource<AccessReviewScheduleDefinition> {
  private final CreateDefinition creation;
  private final UpdateDefinition update;
  private final DeleteDefinition deletion;
  private final DueTransitions transitions;

  DefinitionsResource(
      Caller caller,
      CreateDefinition creation,
      UpdateDefinition update,
      DeleteDefinition deletion,
      DueTransitions transitions,
      CollectionReads reads) {
    super(caller, reads);
    this.creation = creation;
    this.update = update;
    this.deletion = deletion;
    this.transitions = transitions;
  }

  @Override
  protected ServedCollection<AccessReviewScheduleDefinition> all(UriInfo uri) {
    DefinitionType.requireAny(caller.access());
    return own(uri);
  }

  @Override
  protected ServedCollection<AccessReviewScheduleDefinition> own(UriInfo uri) {
    return DefinitionType.within(caller.access());
  }

  @POST
  @Requires(WRITE)
  public RestResponse<DefinitionView> create(UriInfo uri, JsonBody body) {
    var root = ServiceRoot.of(uri);
    var definition = creation.create(caller.access(), root, body);
    transitions.settle(definition.id());
    var view = DefinitionView.created(definition, root);
    return Entities.created(uri, view.id(), view);
  }

  @GET
  @Path("/{definition}")
  @Requires(READ)
  @APIResponseSchema(DefinitionView.class)
  public RestResponse<Object> get(UriInfo uri, @PathParam("definition") String id) {
    return shown(Guid.of(id), caller.access(), reads, uri);
  }

  /** The series {@code id} as the answer to a read of it. */
  public static RestResponse<Object> shown(
      UUID id, Access access, CollectionReads reads, UriInfo uri) {
    var found = AccessReviewScheduleDefinition.required(id, access, LockModeType.NONE);
    return reads.one(DefinitionType.within(access), found, IfMatch.etag(found.version()), uri);
  }

  @PUT
  @Path("/{definition}")
  @Requires(WRITE)
  public RestResponse<Void> replace(
      @PathParam("definition") String id, @BeanParam IfMatch ifMatch, JsonBody body) {
    return Entities.changed(update.replace(caller.access(), Guid.of(id), ifMatch, body));
  }

  @PATCH
  @Path("/{definition}")
  @Requires(WRITE)
  public RestResponse<Void> merge(
      @PathParam("definition") String id, @BeanParam IfMatch ifMatch, JsonBody body) {
    return Entities.changed(update.merge(caller.access(), Guid.of(id), ifMatch, body));
  }

  @DELETE
  @Path("/{definition}")
  @Requires(WRITE)
  public void delete(@PathParam("definition") String id, @BeanParam IfMatch ifMatch) {
    deletion.delete(caller.access(), Guid.of(id), ifMatch);
  }
}
