package accessreviews.odata.batch;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import java.util.concurrent.atomic.AtomicLong;

/** The room for the answers of one batch, which are kept until the last of them is there. */
final class Room {
  private static final long MOST = 32L * 1024 * 1024;

  private final AtomicLong left = new AtomicLong(MOST);

  /** The body of {@code response}; refused, and not kept, when it does not fit any more. */
  Future<Buffer> body(HttpClientResponse response) {
    var body = Buffer.buffer();
    var whole = Promise.<Buffer>promise();
    response
        .exceptionHandler(whole::tryFail)
        .endHandler(end -> whole.tryComplete(body))
        .handler(
            part -> {
              if (left.addAndGet(-part.length()) >= 0) {
                body.appendBuffer(part);
              } else {
                whole.tryFail(full()); // the rest is dropped as it comes
              }
            });
    return whole.future();
  }

  private static Refused full() {
    return new Refused(
        Refusal.BODY_TOO_LARGE,
        null,
        ("The answers of this batch are larger than %d bytes together. Ask for fewer rows, or send"
                + " the request alone.")
            .formatted(MOST));
  }
}
