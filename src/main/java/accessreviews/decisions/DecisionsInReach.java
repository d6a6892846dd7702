package accessreviews.decisions;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.decisions.items.StageDecision;
import accessreviews.decisions.reviewers.ItemCounts;
import accessreviews.decisions.reviewers.ReviewerList;
import accessreviews.definitions.ReviewStatus;
import accessreviews.identity.Access;
import accessreviews.instances.InstanceKey;
import accessreviews.odata.reads.Condition;
import accessreviews.odata.reads.Reads;
import accessreviews.stages.StageKey;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;

/**
 * The decisions of one instance that a caller reaches. The lists of a reviewer are looked up first,
 * so that an index answers the condition on items, however many items there are.
 */
@ApplicationScoped
public class DecisionsInReach {
  private static final String INSTANCE = "instance";
  private static final String DEFINITION = "definition";

  private final Session database;
  private final Reads reads;
  private final ItemCounts counts;

  DecisionsInReach(Session database, Reads reads, ItemCounts counts) {
    this.database = database;
    this.reads = reads;
    this.counts = counts;
  }

  /** A stage that has started. */
  @RegisterForReflection // made by Hibernate
  private record StartedStage(UUID id, String stageId, ReviewStatus status) {}

  /** All items of an instance, with their known number. */
  Condition allItems(InstanceKey key) {
    return all(key).counted(() -> counts.of(key.instance()));
  }

  /** All items of an instance, for conditions that narrow them. */
  public static Condition all(InstanceKey key) {
    return Condition.of("e.instance.id = :instance", INSTANCE, key.instance());
  }

  /** The item {@code id} of an instance; refuses an item out of reach of {@code access}. */
  public AccessReviewInstanceDecisionItem required(InstanceKey key, UUID id, Access access) {
    return reads
        .one(DecisionType.TYPE, items(key, access).and(Condition.of("e.id = :id", "id", id)))
        .orElseThrow(() -> access.unreachable(id));
  }

  /** Items of an instance that {@code access} can read by id. */
  private Condition items(InstanceKey key, Access access) {
    var byRole = access.notAsReviewer("e.instance.definition.");
    var reached =
        byRole.equals(Condition.ALWAYS) || !access.reachesReviewed()
            ? byRole
            : byRole.or(ownItems(key, access.caller()));
    return all(key)
        .and(Condition.of("e.instance.definition.id = :definition", DEFINITION, key.definition()))
        .and(reached);
  }

  /**
   * Items of an instance that {@code user} reviews, including those of stages that are over if the
   * series shows decision histories.
   */
  public Condition ownItems(InstanceKey key, UUID user) {
    var histories = showsHistories(key);
    if (histories.isEmpty()) {
      return Condition.NEVER;
    }
    var current = histories.get() ? Optional.<StartedStage>empty() : current(startedStages(key));
    var lists =
        ReviewerList.of(database, key.instance(), user).stream()
            .filter(list -> current.map(stage -> stage.stageId().equals(list.stage())).orElse(true))
            .toList();
    var inReach =
        all(key)
            .and(
                current
                    .map(stage -> Condition.of("e.stage = :current", "current", stage.stageId()))
                    .orElse(Condition.ALWAYS));
    var alone = ReviewerList.own("e.", user);
    if (lists.isEmpty()) {
      return inReach.and(alone);
    }
    var listed = on(lists);
    return inReach
        .and(alone.or(listed))
        .counted(
            () -> {
              var onLists = counts.of(key.instance(), lists);
              return onLists.isEmpty()
                  ? onLists
                  : OptionalLong.of(
                      onLists.getAsLong()
                          + reads.count(DecisionType.TYPE, inReach.and(alone).and(listed.not())));
            });
  }

  /** Items on one of {@code lists}. */
  private static Condition on(List<ReviewerList> lists) {
    return IntStream.range(0, lists.size())
        .mapToObj(number -> lists.get(number).items("e.", "stage" + number))
        .reduce(Condition.NEVER, Condition::or);
  }

  /** All decisions of a stage; refuses a stage out of reach of {@code access}. */
  public Condition all(StageKey key, Access access) {
    return startedStages(key.instance()).stream()
        .filter(stage -> stage.id().equals(key.stage()))
        .findFirst()
        .map(stage -> all(key.instance(), stage))
        .orElseThrow(() -> access.unreachable(key.stage()));
  }

  private static Condition all(InstanceKey key, StartedStage stage) {
    return new Condition(
        "e.key.instanceId = :instance and e.key.stage = :inStage",
        Map.of(INSTANCE, key.instance(), "inStage", stage.stageId()));
  }

  /** The decision on the item {@code id} in a stage; refuses one out of reach of {@code access}. */
  StageDecision required(StageKey key, UUID id, Access access) {
    return reads
        .one(
            DecisionType.IN_STAGE, decisions(key, access).and(Condition.of("e.id = :id", "id", id)))
        .orElseThrow(() -> access.unreachable(id));
  }

  /** Decisions of a stage that {@code access} can read by id. */
  private Condition decisions(StageKey key, Access access) {
    var byRole = access.notAsReviewer("e.item.instance.definition.");
    var reached =
        byRole.equals(Condition.ALWAYS) || !access.reachesReviewed()
            ? byRole
            : byRole.or(ownDecisions(key, access.caller()));
    return all(key, access)
        .and(
            Condition.of(
                "e.item.instance.definition.id = :definition",
                DEFINITION,
                key.instance().definition()))
        .and(reached);
  }

  /**
   * Decisions of a stage that {@code user} makes, and those that they made if the series shows
   * decision histories. The items say who reviews them as long as they are in the stage.
   */
  Condition ownDecisions(StageKey key, UUID user) {
    var stages = startedStages(key.instance());
    var asked = stages.stream().filter(stage -> stage.id().equals(key.stage())).findFirst();
    var histories = showsHistories(key.instance());
    var isCurrent = asked.equals(current(stages));
    if (asked.isEmpty() || histories.isEmpty() || !(isCurrent || histories.get())) {
      return Condition.NEVER;
    }
    var path = isCurrent ? "e.item." : "e.";
    var own = ReviewerList.own(path, user);
    for (var list : ReviewerList.of(database, key.instance().instance(), user)) {
      if (list.stage().equals(asked.get().stageId())) {
        own = own.or(list.routed(path));
      }
    }
    var all = all(key.instance(), asked.get());
    return isCurrent
        ? all.and(
                new Condition(
                    "e.item.instance.id = :instance and e.item.stage = :inStage", all.parameters()))
            .and(own)
        : all.and(own);
  }

  /**
   * Whether reviewers see the decisions of earlier stages; empty if the instance does not exist.
   */
  private Optional<Boolean> showsHistories(InstanceKey key) {
    return database
        .createQuery(
            """
            select i.showsHistories from AccessReviewInstance i
            where i.id = :instance and i.definition.id = :definition""",
            Boolean.class)
        .setParameter(INSTANCE, key.instance())
        .setParameter(DEFINITION, key.definition())
        .getResultStream()
        .findFirst();
  }

  /** The stages of an instance that have started, in order. */
  private List<StartedStage> startedStages(InstanceKey key) {
    return database
        .createQuery(
            """
            select s.id, s.stageId, s.status from AccessReviewStage s
            where s.instance.id = :instance and s.instance.definition.id = :definition
            order by s.stageId""",
            StartedStage.class)
        .setParameter(INSTANCE, key.instance())
        .setParameter(DEFINITION, key.definition())
        .getResultList();
  }

  /** The open stage, or the last one; empty without stages. */
  private static Optional<StartedStage> current(List<StartedStage> stages) {
    return stages.stream()
        .filter(stage -> stage.status() == ReviewStatus.InProgress)
        .findFirst()
        .or(() -> stages.reversed().stream().findFirst());
  }
}
