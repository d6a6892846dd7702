package accessreviews.notifications.webhooks;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
 * Sends an event to its receiver. Whatever the receiver does, this ends after 15 seconds and has
 * read little: it follows no redirect, and the status alone counts.
 */
@ApplicationScoped
class Deliveries {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  /** The answers whose {@code Retry-After} counts. */
  private static final Set<Integer> LATER = Set.of(429, 503);

  private final Duration patience;
  private final HttpClient client;

  @Inject
  Deliveries() {
    this(PATIENCE);
  }

  Deliveries(Duration patience) {
    this.patience = patience;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(patience)
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build();
  }

  @PreDestroy
  void close() {
    client.shutdownNow();
  }

  /** Sends {@code body} to {@code receiver}, signed with {@code id} and the real time. */
  Answer send(Subscription receiver, String id, byte[] body) {
    var head = new CompletableFuture<ResponseInfo>();
    var exchange =
        client.sendAsync(
            request(receiver, id, body),
            info -> {
              head.complete(info);
              return new IgnoredBody();
            });
    try {
      exchange.get(patience.toMillis(), MILLISECONDS);
      return answer(head.join());
    } catch (TimeoutException e) {
      exchange.cancel(true);
      return head.isDone()
          ? answer(head.join())
          : Answer.none("no answer in %d seconds".formatted(patience.toSeconds()));
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

  private HttpRequest request(Subscription receiver, String id, byte[] body) {
    var now = Instant.now();
    return HttpRequest.newBuilder(receiver.url())
        .header("content-type", EventBody.MEDIA_TYPE)
        .header("user-agent", "access-reviews")
        .header("webhook-id", id)
        .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
        .header("webhook-signature", receiver.signatures(id, now, body))
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
