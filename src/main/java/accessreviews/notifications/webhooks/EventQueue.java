package accessreviews.notifications.webhooks;

import static java.util.stream.Collectors.toMap;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * The rows of events. A replica leases an event for as long as it sends it; of one instance and
 * receiver the oldest waiting event only, which keeps their order.
 */
@ApplicationScoped
class EventQueue {
  /** For how long events wait for a receiver that is not configured. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private static final Sql PUT_BEHIND = Sql.file("notifications/webhooks/put-behind");
  private static final Sql CLAIM = Sql.file("notifications/webhooks/claim-events");
  private static final Sql FINISH = Sql.file("notifications/webhooks/finish-event");
  private static final Sql FAIL_ALL = Sql.file("notifications/webhooks/fail-all");
  private static final Sql FAIL_UNKNOWN = Sql.file("notifications/webhooks/fail-unknown");

  private final Session database;

  EventQueue(Session database) {
    this.database = database;
  }

  /** Lets events wait as long as the one before them, so that no claim meets them until then. */
  int putBehind(Collection<String> subscriptions, Instant now) {
    return BulkStatement.of(PUT_BEHIND)
        .with("subscriptions", subscriptions.toArray(String[]::new))
        .at("now", now)
        .execute(database);
  }

  /**
   * Leases events that are due: up to so many for each subscription. They are this process' to
   * send, for two minutes of real time.
   */
  List<QueuedEvent> claim(Map<String, Integer> most, Instant now) {
    var names = List.copyOf(most.keySet());
    return BulkStatement.of(CLAIM)
        .with("subscriptions", names.toArray(String[]::new))
        .with("most", names.stream().map(most::get).toArray(Integer[]::new))
        .at("now", now)
        .query(database, Tuple.class)
        .addScalar("id", Long.class)
        .addScalar("subscription", String.class)
        .addScalar("definition_id", UUID.class)
        .addScalar("instance_id", UUID.class)
        .addScalar("kind", String.class)
        .addScalar("data", String.class)
        .addScalar("created_date_time", Instant.class)
        .addScalar("attempts", Integer.class)
        .getResultList()
        .stream()
        .map(EventQueue::event)
        .toList();
  }

  private static QueuedEvent event(Tuple row) {
    return new QueuedEvent(
        row.get("id", Long.class),
        row.get("subscription", String.class),
        row.get("definition_id", UUID.class),
        row.get("instance_id", UUID.class),
        row.get("kind", String.class),
        row.get("data", String.class),
        row.get("created_date_time", Instant.class),
        row.get("attempts", Integer.class));
  }

  /** {@code event} was received. */
  boolean sent(QueuedEvent event, Instant now) {
    return finish(event, "sent", null, now);
  }

  /** {@code event} is sent again at {@code next}. */
  boolean retry(QueuedEvent event, @Nullable String failure, Instant next) {
    return finish(event, "waiting", failure, next);
  }

  /** {@code event} is given up. */
  boolean failed(QueuedEvent event, @Nullable String failure, Instant now) {
    return finish(event, "failed", failure, now);
  }

  /** Returns whether the event was still leased by this process. */
  private boolean finish(QueuedEvent event, String state, @Nullable String failure, Instant at) {
    return BulkStatement.of(FINISH)
            .with("id", event.id())
            .with("attempts", event.attempts())
            .with("state", state)
            .text("failure", failure)
            .at("at", at)
            .execute(database)
        > 0;
  }

  /** Gives up all events of a receiver that are not being sent; returns how many of each kind. */
  Map<String, Integer> failAll(String subscription, String failure) {
    return counts(
        BulkStatement.of(FAIL_ALL).with("subscription", subscription).with("failure", failure));
  }

  /** Gives up events that have waited a day for a receiver that is not configured. */
  Map<String, Integer> failUnknown(List<String> known, Instant now) {
    return counts(
        BulkStatement.of(FAIL_UNKNOWN)
            .with("subscriptions", known.toArray(String[]::new))
            .at("before", now.minus(PATIENCE)));
  }

  private Map<String, Integer> counts(BulkStatement statement) {
    return statement
        .query(database, Tuple.class)
        .getResultStream()
        .collect(
            toMap(row -> row.get("kind", String.class), row -> row.get("events", Integer.class)));
  }
}
