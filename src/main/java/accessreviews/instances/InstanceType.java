package accessreviews.instances;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.ordered;
import static accessreviews.odata.reads.Property.shown;
import static accessreviews.odata.reads.Property.shownByBeta;

import accessreviews.definitions.DefinitionType;
import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.odata.IfMatch;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Navigation;
import accessreviews.odata.reads.Navigations;
import accessreviews.odata.reads.ServedCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The type of instances for the read engine, with their navigations from and to a series. */
@ApplicationScoped
public class InstanceType implements Navigations {
  private static final String DEFINITION = "e.definition.id";
  private static final Column<AccessReviewInstance> START =
      Column.instant("e.startDateTime", AccessReviewInstance::startDateTime);

  /** Graph's {@code accessReviewInstance}. */
  public static final EntityType<AccessReviewInstance> TYPE =
      new EntityType<>(
          "accessReviewInstance",
          AccessReviewInstance.class,
          AccessReviewInstance::id,
          InstanceView::item,
          List.of(
              filtered("id", Column.guid("e.id", AccessReviewInstance::id), Operator.EQ),
              ordered("startDateTime", START),
              ordered(
                  "endDateTime",
                  Column.instantOrNone("e.endDateTime", AccessReviewInstance::endDateTime)),
              filtered(
                      "status",
                      Column.name("e.status", ReviewStatus.class, AccessReviewInstance::status),
                      Operator.EQ,
                      Operator.NE)
                  .orListed()
                  .orOrdered(),
              shown("scope"),
              shown("reviewers"),
              shown("fallbackReviewers"),
              shownByBeta("errors")),
          Map.of(
              "scope/query",
              "e.scopeQuery",
              "scope/microsoft.graph.accessReviewQueryScope/query",
              "e.scopeQuery"),
          START);

  /** The instances of a series. */
  public static ServedCollection<AccessReviewInstance> of(UUID definition) {
    return new ServedCollection<>(
        TYPE,
        InstanceView.set(definition),
        InstanceView::entity,
        Condition.of(DEFINITION + " = :definition", "definition", definition));
  }

  /** The open instances that the caller of {@code access} reviews. */
  public static ServedCollection<AccessReviewInstance> pending(Access access) {
    return new ServedCollection<>(
        TYPE,
        "users('%s')/pendingAccessReviewInstances".formatted(access.caller()),
        InstanceView::entity,
        reached(access, EntityType.ROW)
            .and(Condition.of("e.status = :pending", "pending", ReviewStatus.InProgress)));
  }

  /** Rows whose instance, to which {@code path} leads from them, {@code access} reaches. */
  public static Condition reached(Access access, String path) {
    return access
        .notAsReviewer(path + "definition.")
        .or(access.reviewed((reviewing, user) -> reviewing.instances(path, user)));
  }

  /** The {@code ETag} of the instance. */
  public static String etag(AccessReviewInstance instance) {
    return IfMatch.etag(instance.version());
  }

  private final Caller caller;

  InstanceType(Caller caller) {
    this.caller = caller;
  }

  @Override
  public List<Navigation<?, ?>> declared() {
    return List.of(
        new Navigation.ToMany<>(
            DefinitionType.TYPE,
            "instances",
            TYPE,
            DEFINITION,
            AccessReviewInstance::definitionId,
            definition -> InstanceView.set(definition.id()),
            () -> reached(caller.may(Privilege.READ), EntityType.ROW),
            definition -> !definition.isReached(caller.may(Privilege.LIST))),
        new Navigation.ToOne<>(
            TYPE,
            "definition",
            DefinitionType.TYPE,
            AccessReviewInstance::definitionId,
            false,
            () -> DefinitionType.reached(caller.may(Privilege.READ), EntityType.ROW)));
  }
}
