package accessreviews.decisions;

import static accessreviews.odata.reads.Property.filtered;
import static accessreviews.odata.reads.Property.ordered;
import static accessreviews.odata.reads.Property.shown;
import static accessreviews.odata.reads.Property.shownByBeta;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.decisions.items.ApplyResult;
import accessreviews.decisions.items.Decision;
import accessreviews.decisions.items.DecisionState;
import accessreviews.decisions.items.Recommendation;
import accessreviews.decisions.items.StageDecision;
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
import accessreviews.odata.reads.Property;
import accessreviews.odata.reads.ServedCollection;
import accessreviews.stages.StageKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;

/** The types of decision items for the read engine, in an instance and in a stage. */
@ApplicationScoped
public class DecisionType implements Navigations {
  private static final String NAME = "accessReviewInstanceDecisionItem";
  private static final Column<AccessReviewInstanceDecisionItem> PRINCIPAL =
      Column.guid("e.principalId", AccessReviewInstanceDecisionItem::principalId);

  /**
   * The items of an instance. Items with equal values are ordered by principal, as in the indexes.
   */
  public static final EntityType<AccessReviewInstanceDecisionItem> TYPE =
      new EntityType<>(
          NAME,
          AccessReviewInstanceDecisionItem.class,
          AccessReviewInstanceDecisionItem::id,
          DecisionView::item,
          properties("e.", AccessReviewInstanceDecisionItem::id),
          Map.of(),
          PRINCIPAL,
          PRINCIPAL);

  /** The items of all instances. */
  static final EntityType<AccessReviewInstanceDecisionItem> ANYWHERE =
      new EntityType<>(
          NAME,
          AccessReviewInstanceDecisionItem.class,
          AccessReviewInstanceDecisionItem::id,
          DecisionView::item,
          properties("e.", AccessReviewInstanceDecisionItem::id),
          Map.of(),
          Column.guid("e.id", AccessReviewInstanceDecisionItem::id));

  /** The decisions of one stage. */
  static final EntityType<StageDecision> IN_STAGE =
      new EntityType<>(
          NAME,
          StageDecision.class,
          StageDecision::id,
          DecisionView::item,
          properties("e.item.", StageDecision::id),
          Map.of(),
          Column.guid("e.id", StageDecision::id));

  /** The properties. The decision is in {@code e}, everything else in {@code item}. */
  private static <E extends DecisionState> List<Property<E>> properties(
      String item, Function<E, UUID> id) {
    return List.of(
        filtered("id", Column.guid("e.id", id), Operator.EQ),
        shown("accessReviewId"),
        ordered(
            "reviewedDateTime",
            Column.instantOrNone("e.reviewedDateTime", DecisionState::reviewedDateTime)),
        filtered(
                "decision",
                Column.<E, Decision>name("e.decision", Decision.class, DecisionState::decision),
                Operator.EQ)
            .orOrdered(),
        shown("justification"),
        ordered(
            "appliedDateTime",
            Column.instantOrNone(item + "appliedDateTime", one -> one.item().appliedDateTime())),
        filtered(
                "applyResult",
                Column.<E, ApplyResult>name(
                    item + "applyResult", ApplyResult.class, one -> one.item().applyResult()),
                Operator.EQ)
            .orOrdered(),
        filtered(
                "recommendation",
                Column.<E, Recommendation>name(
                    "e.recommendation", Recommendation.class, DecisionState::recommendation),
                Operator.EQ)
            .orOrdered(),
        shown("principalLink"),
        shown("resourceLink"),
        shown("reviewedBy"),
        shown("appliedBy"),
        shown("resource"),
        filtered(
            "resource/id",
            Column.<E>guid(item + "resourceId", one -> one.item().resourceId()),
            Operator.EQ),
        shown("principal"),
        filtered(
            "principal/id",
            Column.<E>guid(item + "principalId", one -> one.item().principalId()),
            Operator.EQ),
        shownByBeta("applyDescription"),
        shownByBeta("principalResourceMembership"),
        Property.<E>shown("target").orSelected(one -> TargetView.of(one.item())),
        ofBeta("resourceId", item, AccessReviewInstanceDecisionItem::resourceId),
        ofBeta("principalId", item, AccessReviewInstanceDecisionItem::principalId));
  }

  /** An id that beta's pages filter by (cases, P22a); it is shown where it is selected. */
  private static <E extends DecisionState> Property<E> ofBeta(
      String name, String item, Function<AccessReviewInstanceDecisionItem, UUID> value) {
    return Property.<E>filtered(
            name, Column.guid(item + name, one -> value.apply(one.item())), Operator.EQ)
        .onlyInBeta()
        .orSelected(one -> value.apply(one.item()));
  }

  private final Caller caller;
  private final Session database;

  DecisionType(Caller caller, Session database) {
    this.caller = caller;
    this.database = database;
  }

  @Override
  public List<Navigation<?, ?>> declared() {
    return List.of(
        new Navigation.ToMany<>(
            InstanceType.TYPE,
            "decisions",
            TYPE,
            "e.instance.id",
            AccessReviewInstanceDecisionItem::instanceId,
            instance -> set(new InstanceKey(instance.definitionId(), instance.id())),
            () -> AllDecisions.reached(database, caller.may(Privilege.READ)),
            instance -> !instance.definition().isReached(caller.may(Privilege.LIST))),
        insights(TYPE, DecisionType::path),
        insights(ANYWHERE, DecisionType::path),
        insights(IN_STAGE, one -> path(one.item())),
        instance(TYPE),
        instance(ANYWHERE),
        instance(IN_STAGE));
  }

  private static <E extends DecisionState> Navigation<E, Insight> insights(
      EntityType<E> type, Function<E, String> path) {
    return new Navigation.Derived<>(
        type, "insights", Insight.TYPE, Insight::of, one -> path.apply(one) + "/insights");
  }

  private <E extends DecisionState> Navigation<E, ?> instance(EntityType<E> type) {
    return new Navigation.ToOne<>(
        type,
        "instance",
        InstanceType.TYPE,
        one -> one.item().instanceId(),
        false,
        () -> InstanceType.reached(caller.may(Privilege.READ), EntityType.ROW));
  }

  /** Those decisions of an instance that are {@code visible}. */
  public static ServedCollection<AccessReviewInstanceDecisionItem> of(
      InstanceKey instance, Condition visible) {
    return collection(TYPE, set(instance), visible);
  }

  /** Those decisions of a stage that are {@code visible}. */
  static ServedCollection<StageDecision> of(StageKey stage, Condition visible) {
    return collection(
        IN_STAGE,
        "%s/stages('%s')/decisions".formatted(stage.instance().path(), stage.stage()),
        visible);
  }

  /** Those decisions of all instances that are {@code visible}. */
  static ServedCollection<AccessReviewInstanceDecisionItem> anywhere(Condition visible) {
    return collection(ANYWHERE, "identityGovernance/accessReviews/decisions", visible);
  }

  private static <E extends DecisionState> ServedCollection<E> collection(
      EntityType<E> type, String set, Condition visible) {
    return new ServedCollection<>(
            type, set, (one, root) -> DecisionView.entity(one, root, set), visible)
        .asLimited();
  }

  private static String set(InstanceKey instance) {
    return instance.path() + "/decisions";
  }

  private static String path(AccessReviewInstanceDecisionItem item) {
    var instance = new InstanceKey(item.instance().definitionId(), item.instanceId());
    return "%s('%s')".formatted(set(instance), item.id());
  }
}
