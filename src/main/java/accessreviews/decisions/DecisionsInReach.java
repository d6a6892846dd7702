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
 * Which decisions of one instance a caller reaches. Of a reviewer it is asked first on which lists
 * they are: the condition on items then has nothing in it but what an index answers, however many
 * items there are.
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

  /** A stage that has begun. */
  @RegisterForReflection // made by Hibernate
  private record Begun(UUID id, String stageId, ReviewStatus status) {}

  /** All items of an instance, of which it is known how many there are. */
  Condition allItems(InstanceKey key) {
    return all(key).counted(() -> counts.of(key.instance()));
  }

  /** The same, to be narrowed. */
  public static Condition all(InstanceKey key) {
    return Condition.of("e.instance.id = :instance", INSTANCE, key.instance());
  }

  /** The item {@code id} of an instance; refuses what {@code access} does not reach. */
  AccessReviewInstanceDecisionItem required(InstanceKey key, UUID id, Access access) {
    return reads
        .one(DecisionType.TYPE, items(key, access).and(Condition.of("e.id = :id", "id", id)))
        .orElseThrow(() -> access.unreachable(id));
  }

  /** Items of an instance that {@code access} reaches one by one. */
  private Condition items(InstanceKey key, Access access) {
    var byRole = access.byRoleOrCreation("e.instance.definition.");
    var reached =
        byRole.equals(Condition.NONE) || !access.reachesReviewed()
            ? byRole
            : byRole.or(ownItems(key, access.caller()));
    return all(key)
        .and(Condition.of("e.instance.definition.id = :definition", DEFINITION, key.definition()))
        .and(reached);
  }

  /**
   * Items of an instance that {@code user} reviews; with those of stages that are over, where the
   * series shows reviewers what was decided there.
   */
  Condition ownItems(InstanceKey key, UUID user) {
    var histories = showsHistories(key);
    if (histories.isEmpty()) {
      return Condition.NEVER;
    }
    var current = histories.get() ? Optional.<Begun>empty() : current(begun(key));
    var lists =
        ReviewerList.of(database, key.instance(), user).stream()
            .filter(list -> current.map(stage -> stage.stageId().equals(list.stage())).orElse(true))
            .toList();
    var inReach =
        all(key)
            .and(
                current
                    .map(stage -> Condition.of("e.stage = :current", "current", stage.stageId()))
                    .orElse(Condition.NONE));
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

  /** Items that are on one of {@code lists}. */
  private static Condition on(List<ReviewerList> lists) {
    return IntStream.range(0, lists.size())
        .mapToObj(number -> lists.get(number).items("e.", "stage" + number))
        .reduce(Condition.NEVER, Condition::or);
  }

  /** All decisions of a stage; refuses where {@code access} reaches no such stage. */
  public Condition all(StageKey key, Access access) {
    return begun(key.instance()).stream()
        .filter(stage -> stage.id().equals(key.stage()))
        .findFirst()
        .map(stage -> all(key.instance(), stage))
        .orElseThrow(() -> access.unreachable(key.stage()));
  }

  private static Condition all(InstanceKey key, Begun stage) {
    return new Condition(
        "e.key.instanceId = :instance and e.key.stage = :inStage",
        Map.of(INSTANCE, key.instance(), "inStage", stage.stageId()));
  }

  /** The decision on the item {@code id} in a stage; refuses what {@code access} does not reach. */
  StageDecision required(StageKey key, UUID id, Access access) {
    return reads
        .one(
            DecisionType.IN_STAGE, decisions(key, access).and(Condition.of("e.id = :id", "id", id)))
        .orElseThrow(() -> access.unreachable(id));
  }

  /** Decisions of a stage that {@code access} reaches one by one. */
  private Condition decisions(StageKey key, Access access) {
    var byRole = access.byRoleOrCreation("e.item.instance.definition.");
    var reached =
        byRole.equals(Condition.NONE) || !access.reachesReviewed()
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
   * Decisions of a stage that {@code user} makes; those that they made, where the series shows
   * reviewers what was decided in stages that are over. As long as items are in the stage, it is
   * they that say who reviews them.
   */
  Condition ownDecisions(StageKey key, UUID user) {
    var stages = begun(key.instance());
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

  /** Whether reviewers see what was decided in earlier stages; empty where there is no instance. */
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

  /** The stages of an instance that have begun, in their order. */
  private List<Begun> begun(InstanceKey key) {
    return database
        .createQuery(
            """
            select s.id, s.stageId, s.status from AccessReviewStage s
            where s.instance.id = :instance and s.instance.definition.id = :definition
            order by s.stageId""",
            Begun.class)
        .setParameter(INSTANCE, key.instance())
        .setParameter(DEFINITION, key.definition())
        .getResultList();
  }

  /** The open stage, or else the last one; empty where there are no stages. */
  private static Optional<Begun> current(List<Begun> stages) {
    return stages.stream()
        .filter(stage -> stage.status() == ReviewStatus.InProgress)
        .findFirst()
        .or(() -> stages.reversed().stream().findFirst());
  }
}
