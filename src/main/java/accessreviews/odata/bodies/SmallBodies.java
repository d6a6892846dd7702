package accessreviews.odata.bodies;

import accessreviews.odata.paths.FilterOrder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Waits for small JSON where no thread is held up by it: a call has its worker only once it is
 * there. What is larger, or does not say how large it is, is read by the worker, as a stream; so is
 * what comes by HTTP/2, whose requests RESTEasy cannot take over any more after their end.
 */
@ApplicationScoped
class SmallBodies {
  private static final long SMALL = 64 * 1024L;

  /** From so many digits on a Content-Length is no small one, and may be no number that fits. */
  private static final int DIGITS = 10;

  private final BodyHandler whole = BodyHandler.create(false).setBodyLimit(SMALL);

  void onEveryRequest(@Observes Filters filters) {
    filters.register(this::await, FilterOrder.SMALL_BODIES);
  }

  /** Who hung up in the middle gets no answer, and is nothing to log. */
  void onFailure(@Observes Router router) {
    router
        .route()
        .failureHandler(
            call -> {
              if (!(call.failure() instanceof HttpClosedException)) {
                call.next();
              }
            });
  }

  private void await(RoutingContext call) {
    if (isSmallJson(call.request())) {
      whole.handle(call);
    } else {
      call.next();
    }
  }

  private static boolean isSmallJson(HttpServerRequest call) {
    var type = call.getHeader(HttpHeaders.CONTENT_TYPE);
    var length = call.getHeader(HttpHeaders.CONTENT_LENGTH);
    return call.version() != HttpVersion.HTTP_2
        && type != null
        && type.startsWith("application/json")
        && length != null
        && length.length() < DIGITS
        && isSmall(Long.parseLong(length));
  }

  /** RESTEasy would wait for a body that is empty and has been read. */
  private static boolean isSmall(long length) {
    return length > 0 && length <= SMALL;
  }
}
