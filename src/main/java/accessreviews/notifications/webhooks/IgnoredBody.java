package accessreviews.notifications.webhooks;

import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * Ignores the body of an answer. A short one is read, so that the connection can be used again; of
 * a long one the connection is closed.
 */
final class IgnoredBody implements BodySubscriber<Boolean> {
  private static final long MOST_BYTES = 65_536;

  private final CompletableFuture<Boolean> end = new CompletableFuture<>();
  private Flow.@Nullable Subscription reading;
  private long bytes;

  @Override
  public CompletionStage<Boolean> getBody() {
    return end;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    reading = subscription;
    subscription.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    bytes += buffers.stream().mapToLong(ByteBuffer::remaining).sum();
    var subscription = reading;
    if (subscription == null) {
      return;
    }
    if (bytes > MOST_BYTES) {
      subscription.cancel();
      end.complete(false);
    } else {
      subscription.request(1);
    }
  }

  @Override
  public void onError(Throwable failure) {
    end.complete(false); // the status is known, and counts
  }

  @Override
  public void onComplete() {
    end.complete(true);
  }
}
