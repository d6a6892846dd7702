package accessreviews.notifications.webhooks;

import static java.util.stream.Collectors.groupingBy;

import accessreviews.notifications.outbox.NoticeMetrics;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Sends events to their receivers. Each receiver has a few places in each replica; whoever has one
 * sends an event, notes the result and takes the next one, until none is due. So a receiver that is
 * slow delays only itself, and all of them together use few connections to the database.
 */
@ApplicationScoped
class SendEvents {
  private static final Logger LOG = Logger.getLogger(SendEvents.class);

  /** The transactions that run at once for all receivers. */
  private static final int TRANSACTIONS = 4;

  private static final Duration PATIENCE_AT_SHUTDOWN = Duration.ofSeconds(5);

  private final Subscriptions subscriptions;
  private final EventQueue queue;
  private final EventBody bodies;
  private final Deliveries deliveries;
  private final NoticeMetrics metrics;
  private final InstantSource clock;
  private final Semaphore transactions = new Semaphore(TRANSACTIONS);
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("webhooks-", 0).factory());

  SendEvents(
      Subscriptions subscriptions,
      EventQueue queue,
      EventBody bodies,
      Deliveries deliveries,
      NoticeMetrics metrics,
      InstantSource clock) {
    this.subscriptions = subscriptions;
    this.queue = queue;
    this.bodies = bodies;
    this.deliveries = deliveries;
    this.metrics = metrics;
    this.clock = clock;
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    threads.shutdown();
    if (!threads.awaitTermination(PATIENCE_AT_SHUTDOWN.toMillis(), TimeUnit.MILLISECONDS)) {
      threads.shutdownNow(); // sent again by another replica, when the lease is over
    }
  }

  /** Begins to send what is due, to each receiver that has a free place. */
  @Scheduled(
      every = "${access-reviews.transitions.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void begin() {
    var free = new LinkedHashMap<Subscription, Integer>();
    subscriptions.all().stream()
        .filter(one -> !one.isStopped())
        .forEach(one -> free.put(one, one.takePlaces()));
    free.values().removeIf(places -> places == 0);
    if (free.isEmpty()) {
      return;
    }
    var claimed = claim(free).stream().collect(groupingBy(QueuedEvent::subscription));
    free.forEach(
        (receiver, places) -> {
          var events = claimed.getOrDefault(receiver.name(), List.of());
          events.forEach(event -> threads.execute(() -> sendAll(receiver, event)));
          receiver.givePlaces(places - events.size());
        });
  }

  private List<QueuedEvent> claim(Map<Subscription, Integer> free) {
    var places = new LinkedHashMap<String, Integer>();
    free.forEach((receiver, count) -> places.put(receiver.name(), count));
    try {
      inTransaction(() -> queue.putBehind(places.keySet(), clock.instant()));
      return inTransaction(() -> queue.claim(places, clock.instant()));
    } catch (RuntimeException e) {
      LOG.warnf("Could not look for events to send; retrying at the next tick: %s", e);
      return List.of();
    }
  }

  /** Sends {@code first} and those that are due after it, on a place of the receiver. */
  private void sendAll(Subscription receiver, QueuedEvent first) {
    try {
      var next = List.of(first);
      while (!next.isEmpty()) {
        next = send(receiver, next.getFirst());
      }
    } catch (RuntimeException e) {
      LOG.warnf(
          e, "Webhook %s: an event could not be sent; retrying in two minutes", receiver.name());
    } finally {
      receiver.givePlaces(1);
    }
  }

  private List<QueuedEvent> send(Subscription receiver, QueuedEvent event) {
    var answer = attempt(receiver, event);
    if (Thread.currentThread().isInterrupted()) {
      return List.of();
    }
    say(receiver, answer);
    return inTransaction(
        () -> {
          note(receiver, event, answer);
          return receiver.isStopped() || threads.isShutdown()
              ? List.of()
              : queue.claim(Map.of(receiver.name(), 1), clock.instant());
        });
  }

  private Answer attempt(Subscription receiver, QueuedEvent event) {
    try {
      return deliveries.send(receiver, event.eventId(), bodies.of(event));
    } catch (IllegalArgumentException e) {
      LOG.warnf(e, "Webhook %s: the event %s cannot be sent", receiver.name(), event.eventId());
      return Answer.none("the event cannot be sent");
    }
  }

  private static void say(Subscription receiver, Answer answer) {
    if (answer.isGone()) {
      if (receiver.stop()) {
        LOG.warnf(
            "Webhook %s: HTTP 410. It gets no more events until the next start", receiver.name());
      }
    } else if (receiver.noteFailing(!answer.isReceived())) {
      if (answer.isReceived()) {
        LOG.infof("Webhook %s takes events again", receiver.name());
      } else {
        LOG.warnf(
            "Webhook %s fails: %s. Its events are sent again", receiver.name(), answer.failure());
      }
    }
  }

  private void note(Subscription receiver, QueuedEvent event, Answer answer) {
    var now = clock.instant();
    if (answer.isReceived()) {
      if (queue.sent(event, now)) {
        metrics.sent(NoticeMetrics.WEBHOOK, event.kind(), 1);
      }
      return;
    }
    var next =
        receiver.isStopped()
            ? Optional.<Instant>empty()
            : Pauses.next(event.attempts(), event.created(), now, answer.retryAfter());
    if (next.isPresent()) {
      queue.retry(event, answer.failure(), next.get());
    } else if (queue.failed(event, answer.failure(), now)) {
      metrics.failed(NoticeMetrics.WEBHOOK, event.kind(), 1);
    }
    if (answer.isGone()) {
      count(queue.failAll(receiver.name(), "HTTP 410 in answer to another event"));
    }
  }

  /** Gives up what waits for receivers that are no longer configured. */
  @Scheduled(every = "1m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void giveUpUnknown() {
    try {
      var known = subscriptions.all().stream().map(Subscription::name).toList();
      count(inTransaction(() -> queue.failUnknown(known, clock.instant())));
    } catch (RuntimeException e) {
      LOG.warnf("Could not give up events without a receiver; retrying: %s", e);
    }
  }

  private void count(Map<String, Integer> failed) {
    failed.forEach((kind, events) -> metrics.failed(NoticeMetrics.WEBHOOK, kind, events));
  }

  private <T> T inTransaction(Supplier<T> work) {
    transactions.acquireUninterruptibly();
    try {
      return QuarkusTransaction.requiringNew().call(work::get);
    } finally {
      transactions.release();
    }
  }
}
