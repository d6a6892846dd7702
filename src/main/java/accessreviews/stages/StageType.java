package accessreviews.stages;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.shown;

import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Caller;
import accessreviews.identity.Operation;
import accessreviews.instances.InstanceKey;
import accessreviews.instances.InstanceType;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.reads.Column;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.EntityType;
import accessreviews.odata.reads.Navigation;
import accessreviews.odata.reads.Navigations;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** What callers can ask of stages, and how they get to them from an instance. */
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
              shown("startDateTime"),
              shown("endDateTime"),
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

  /** Those of an instance. */
  static Condition of(InstanceKey instance) {
    return new Condition(
        INSTANCE + " = :instance and e.instance.definition.id = :definition",
        Map.of("instance", instance.instance(), "definition", instance.definition()));
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
            () -> caller.may(Operation.GET_STAGE).stages(EntityType.ROW),
            instance -> !instance.definition().isReached(caller.may(Operation.LIST_STAGES))));
  }
}
