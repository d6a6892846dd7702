package accessreviews.notifications.webhooks;

import accessreviews.decisions.answers.DecisionsRecorded;
import accessreviews.decisions.items.Decision;
import accessreviews.definitions.ReviewStatus;
import accessreviews.instances.InstancesEnded;
import accessreviews.instances.InstancesMoved;
import accessreviews.life.apply.ApplyGuarded;
import accessreviews.life.apply.ApplyGuarded.Outcome;
import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import accessreviews.stages.StagesStarted;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Queues events for their receivers, in the transaction of what they tell and with the data of that
 * moment: one statement for all instances of an occurrence. Nothing is asked of the database where
 * nobody wants an event.
 */
@ApplicationScoped
class QueueEvents {
  private static final Sql QUEUE = Sql.file("notifications/webhooks/queue-events");

  private final Subscriptions subscriptions;
  private final Session database;
  private final ObjectMapper json;
  private final InstantSource clock;

  QueueEvents(
      Subscriptions subscriptions, Session database, ObjectMapper json, InstantSource clock) {
    this.subscriptions = subscriptions;
    this.database = database;
    this.json = json;
    this.clock = clock;
  }

  void queue(@Observes InstancesMoved moved) {
    if (moved.to() == ReviewStatus.InProgress) {
      queue(moved.ids(), null, Map.of(), EventType.INSTANCE_STARTED, EventType.STAGE_STARTED);
    } else if (moved.to() == ReviewStatus.Applied) {
      queue(moved.ids(), null, Map.of(), EventType.INSTANCE_APPLIED);
    }
  }

  /** Of the first stage, the start of the instance tells. */
  void queue(@Observes StagesStarted started) {
    queue(started.instances(), null, Map.of(), EventType.STAGE_STARTED);
  }

  void queue(@Observes DecisionsRecorded recorded) {
    var counts = new LinkedHashMap<Decision, Long>();
    for (var decision : Decision.values()) {
      counts.put(decision, recorded.items().getOrDefault(decision, 0L));
    }
    queue(
        List.of(recorded.instance()),
        counts,
        Map.of("call", recorded.call()),
        EventType.DECISION_RECORDED);
  }

  void queue(@Observes InstancesEnded ended) {
    queue(ended.ids(), null, Map.of(), EventType.INSTANCE_COMPLETED, EventType.INSTANCE_FAILED);
  }

  void queue(@Observes ApplyGuarded guarded) {
    if (guarded.outcome() == Outcome.HELD) {
      var figures = guarded.figures();
      queue(
          List.of(guarded.instance()),
          null,
          Map.of(
              "removals", Map.of("denied", figures.denied(), "principals", figures.principals())),
          EventType.APPLY_HELD);
    }
  }

  /** One event of a type for one receiver. */
  private record Wanted(EventType type, Subscription by) {}

  /**
   * Queues those of {@code types} that fit the status of each instance.
   *
   * @param counts null for the decisions of the instance
   * @param further members of the data
   */
  private void queue(
      List<UUID> instances,
      @Nullable Map<Decision, Long> counts,
      Map<String, Object> further,
      EventType... types) {
    var wanted =
        Arrays.stream(types)
            .flatMap(
                type ->
                    subscriptions.all().stream()
                        .filter(one -> one.wants(type))
                        .map(one -> new Wanted(type, one)))
            .toList();
    if (wanted.isEmpty() || instances.isEmpty()) {
      return;
    }
    BulkStatement.of(QUEUE)
        .with("instances", instances.toArray(UUID[]::new))
        .with("kinds", texts(wanted.stream().map(one -> one.type().kind())))
        .with("subscriptions", texts(wanted.stream().map(one -> one.by().name())))
        .text("counts", counts == null ? null : text(counts))
        .with("further", text(further))
        .at("now", clock.instant())
        .execute(database);
  }

  private static String[] texts(Stream<String> texts) {
    return texts.toArray(String[]::new);
  }

  private String text(Object value) {
    try {
      return json.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
