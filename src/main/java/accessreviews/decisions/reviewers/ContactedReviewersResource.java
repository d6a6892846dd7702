package accessreviews.decisions.reviewers;

import static accessreviews.identity.Privilege.LIST;
import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.ordered;

import accessreviews.identity.Caller;
import accessreviews.identity.Requires;
import accessreviews.instances.AccessReviewInstance;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstancePlace;
import accessreviews.odata.Guid;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.CollectionReads;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Listing;
import accessreviews.odata.reads.Reads;
import accessreviews.odata.reads.ServedCollection;
import jakarta.persistence.LockModeType;
import jakarta.ws.rs.BeanParam;
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
  private final Reads rows;
  private final CollectionReads reads;

  ContactedReviewersResource(Caller caller, Reads rows, CollectionReads reads) {
    this.caller = caller;
    this.rows = rows;
    this.reads = reads;
  }

  @GET
  @Requires(LIST)
  @APIResponseSchema(ContactedReviewerView.class)
  public Listing list(UriInfo uri, @BeanParam InstancePlace place) {
    return reads.list(all(place.key()), uri);
  }

  @GET
  @Path("/$count")
  @Produces(MediaType.WILDCARD)
  @Requires(LIST)
  public RestResponse<String> count(UriInfo uri, @BeanParam InstancePlace place) {
    return reads.count(all(place.key()), uri);
  }

  @GET
  @Path("/{reviewer}")
  @Requires(LIST)
  @APIResponseSchema(ContactedReviewerView.class)
  public Object get(
      UriInfo uri, @BeanParam InstancePlace place, @PathParam("reviewer") String reviewer) {
    var all = all(place.key());
    var id = Guid.of(reviewer);
    var found =
        rows.one(TYPE, all.where(Condition.of("e.id = :reviewer", "reviewer", id)).visible())
            .orElseThrow(() -> Guid.unknown(id));
    return reads.one(all, found, uri);
  }

  /** The contacted reviewers of an instance within {@code access}. */
  private ServedCollection<ContactedReviewer> all(InstanceKey key) {
    AccessReviewInstance.required(key, caller.access(), LockModeType.NONE);
    var set = key.path() + "/contactedReviewers";
    return new ServedCollection<>(
            TYPE,
            set,
            (one, root) -> ContactedReviewerView.of(one, root.context(set + "/$entity")),
            Condition.of("e.key.instanceId = :instance", "instance", key.instance()))
        .asLimited();
  }
}
