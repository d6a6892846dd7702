package accessreviews.stages;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.ordered;
import static accessreviews.odata.reads.Property.shown;

import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Access;
import accessreviews.identity.Caller;
import accessreviews.identity.Privilege;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstanceType;
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

/** The type of stages for the read engine, with the navigation from an instance. */
@ApplicationScoped
class StageType implements Navigations {
  private static final String INSTANCE = "e.instance.id";

  /** Graph's {@code accessReviewStage}. */
  static final EntityType<AccessReviewStage> TYPE =
      new EntityType<>(
          "accessReviewStage",
          AccessReviewStage.class,
          AccessReviewStage::id,
          (stage, root) -> StageView.item(stage),
          List.of(
              filtered("id", Column.guid("e.id", AccessReviewStage::id), Operator.EQ),
              ordered(
                  "startDateTime",
                  Column.instant("e.startDateTime", AccessReviewStage::startDateTime)),
              ordered(
                  "endDateTime", Column.instant("e.endDateTime", AccessReviewStage::endDateTime)),
              filtered(
                      "status",
                      Column.name("e.status", ReviewStatus.class, AccessReviewStage::status),
                      Operator.EQ,
                      Operator.NE)
                  .orListed()
                  .orOrdered(),
              shown("reviewers"),
              shown("fallbackReviewers")),
          Map.of(),
          Column.word("e.stageId", AccessReviewStage::stageId));

  /** The stages of an instance. */
  static ServedCollection<AccessReviewStage> of(InstanceKey instance) {
    var set = StageView.set(instance);
    return new ServedCollection<>(
        TYPE,
        set,
        (stage, root) -> StageView.entity(stage, root.context(set + "/$entity")),
        new Condition(
            INSTANCE + " = :instance and e.instance.definition.id = :definition",
            Map.of("instance", instance.instance(), "definition", instance.definition())));
  }

  /** Rows whose stage, to which {@code path} leads from them, {@code access} reaches. */
  static Condition reached(Access access, String path) {
    return access
        .notAsReviewer(path + "instance.definition.")
        .or(access.reviewed((reviewing, user) -> reviewing.stages(path, user)));
  }

  private final Caller caller;

  StageType(Caller caller) {
    this.caller = caller;
  }

  @Override
  public List<Navigation<?, ?>> declared() {
    return List.of(
        new Navigation.ToMany<>(
            InstanceType.TYPE,
            "stages",
            TYPE,
            INSTANCE,
            AccessReviewStage::instanceId,
            instance -> StageView.set(new InstanceKey(instance.definitionId(), instance.id())),
            () -> reached(caller.may(Privilege.LIST), EntityType.ROW),
            instance -> !instance.definition().isReached(caller.may(Privilege.LIST))));
  }
}
