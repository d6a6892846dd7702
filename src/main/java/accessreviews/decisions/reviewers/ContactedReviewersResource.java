package accessreviews.decisions.reviewers;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.ordered;

import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.Entities;
import accessreviews.odata.Guid;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestResponse;

/** {@code …/instances/{id}/contactedReviewers}. */
@Path(
    "/{version}/identityGovernance/accessReviews/definitions/{definition}/instances/{instance}/contactedReviewers")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class ContactedReviewersResource {
  private static final Column<ContactedReviewer> CREATED =
      Column.instant("e.createdDateTime", ContactedReviewer::createdDateTime);
  private static final EntityType<ContactedReviewer> TYPE =
      new EntityType<>(
          "accessReviewReviewer",
          ContactedReviewer.class,
          ContactedReviewer::id,
          ContactedReviewerView::item,
          List.of(
              filtered("id", Column.guid("e.id", ContactedReviewer::id), Operator.EQ),
              filtered(
                      "displayName",
                      Column.text("e.displayName", ContactedReviewer::displayName),
                      Operator.EQ)
                  .orOrdered(),
              filtered(
                      "userPrincipalName",
                      Column.wordInAnyCase(
                          "e.userPrincipalName", ContactedReviewer::userPrincipalName),
                      Operator.EQ)
                  .orOrdered(),
              ordered("createdDateTime", CREATED)),
          Map.of(),
          CREATED);

  private final Caller caller;
  private final Reads reads;

  ContactedReviewersResource(Caller caller, Reads reads) {
    this.caller = caller;
    this.reads = reads;
  }

  @GET
  @APIResponseSchema(ContactedReviewerView.class)
  public Listing list(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var key = InstanceKey.of(definition, instance);
    var contacted = contacted(key, caller.may(Operation.LIST_CONTACTED_REVIEWERS));
    return reads.list(TYPE, set(key), contacted, ODataRequest.ofList(uri));
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  public RestResponse<String> count(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance) {
    var key = InstanceKey.of(definition, instance);
    var contacted = contacted(key, caller.may(Operation.LIST_CONTACTED_REVIEWERS));
    return Entities.count(reads.count(TYPE, contacted, ODataRequest.ofCount(uri)));
  }

  @GET
  @Path("/{reviewer}")
  @APIResponseSchema(ContactedReviewerView.class)
  public Object get(
      UriInfo uri,
      @PathParam("definition") String definition,
      @PathParam("instance") String instance,
      @PathParam("reviewer") String reviewer) {
    var key = InstanceKey.of(definition, instance);
    var contacted = contacted(key, caller.may(Operation.GET_CONTACTED_REVIEWER));
    var id = Guid.of(reviewer);
    var request = ODataRequest.ofEntity(uri);
    var found =
        reads
            .one(TYPE, contacted.and(Condition.of("e.id = :reviewer", "reviewer", id)))
            .orElseThrow(() -> Guid.unknown(id));
    return reads.entity(
        TYPE,
        found,
        set(key),
        one -> ContactedReviewerView.of(one, request.root().context(set(key) + "/$entity")),
        request);
  }

  /** Those of an instance that {@code access} reaches. */
  private static Condition contacted(InstanceKey key, Access access) {
    AccessReviewInstance.required(key, access, LockModeType.NONE);
    return Condition.of("e.key.instanceId = :instance", "instance", key.instance());
  }

  private static String set(InstanceKey key) {
    return key.path() + "/contactedReviewers";
  }
}
