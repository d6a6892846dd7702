package accessreviews.notifications.webhooks;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends an event to its receiver. Whatever the receiver does, this ends after {@link #PATIENCE} and
 * has read little: it follows no redirect, and the status alone counts.
 */
@ApplicationScoped
class Deliveries {
  static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The answers whose {@code Retry-After} counts. */
  private static final Set<Integer> LATER = Set.of(429, 503);

  private final EventBody bodies;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(PATIENCE)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();

  Deliveries(EventBody bodies) {
    this.bodies = bodies;
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  /** Sends {@code event} to {@code receiver}, signed with the real time. */
  Answer send(Subscription receiver, QueuedEvent event) {
    var head = new CompletableFuture<ResponseInfo>();
    var exchange =
        client.sendAsync(
            request(receiver, event),
            info -> {
              head.complete(info);
              return new IgnoredBody();
            });
    try {
      exchange.get(PATIENCE.toMillis(), MILLISECONDS);
      return answer(head.join());
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return head.isDone()
          ? answer(head.join())
          : Answer.none("no answer in %d seconds".formatted(PATIENCE.toSeconds()));
    } catch (ExecutionException e) {
      return head.isDone()
          ? answer(head.join())
          : Answer.none("no answer: " + reason(e.getCause()));
    } catch (InterruptedException e) {
      exchange.cancel(true);
      Thread.currentThread().interrupt();
      return Answer.none("interrupted");
    }
  }

  private HttpRequest request(Subscription receiver, QueuedEvent event) {
    var body = bodies.of(event);
    var now = Instant.now();
    return HttpRequest.newBuilder(receiver.url())
        .header("content-type", EventBody.MEDIA_TYPE)
        .header("user-agent", "access-reviews")
        .header("webhook-id", event.eventId())
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", receiver.signatures(event.eventId(), now, body))
        .POST(BodyPublishers.ofByteArray(body))
        .build();
  }

  private static Answer answer(ResponseInfo head) {
    return Answer.of(head.statusCode(), retryAfter(head));
  }

  private static @Nullable Duration retryAfter(ResponseInfo head) {
    return LATER.contains(head.statusCode())
        ? head.headers()
            .firstValue("retry-after")
            .flatMap(header -> RetryAfter.read(header, Instant.now()))
            .orElse(null)
        : null;
  }

  /** The kind of failure; messages of the client may have the URL, which may have a secret. */
  private static String reason(@Nullable Throwable cause) {
    return cause == null ? "unknown" : cause.getClass().getSimpleName();
  }
}
