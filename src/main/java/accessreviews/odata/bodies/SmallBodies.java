package accessreviews.odata.bodies;

import accessreviews.odata.paths.FilterOrder;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Reads small JSON bodies without holding a thread: a request gets its worker when the body is
 * there. Nothing of a body is kept of callers without a valid token. The Content-Type of a request
 * without a body says nothing, so it is not read. The worker reads larger bodies, and those of
 * unknown length, as a stream. It also reads bodies of HTTP/2, because RESTEasy cannot take over
 * such a request after its end.
 */
@ApplicationScoped
class SmallBodies {
  private static final long SMALL = 64 * 1024L;

  /**
   * The number of digits from which a Content-Length is not small, and may not fit into a number.
   */
  private static final int DIGITS = 10;

  private static final String WAITING = "waiting-for-body";

  /** Methods whose requests have no body that anything reads. */
  private static final Set<HttpMethod> BODILESS =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.DELETE, HttpMethod.OPTIONS);

  private final BodyHandler whole = BodyHandler.create(false).setBodyLimit(SMALL);
  private final IdentityProviderManager identities;
  private final BodyDeadline deadline;

  SmallBodies(IdentityProviderManager identities, BodyDeadline deadline) {
    this.identities = identities;
    this.deadline = deadline;
  }

  void onEveryRequest(@Observes Filters filters) {
    filters.register(this::await, FilterOrder.SMALL_BODIES);
    filters.register(SmallBodies::arrived, FilterOrder.SMALL_BODY_IS_HERE);
  }

  /** A caller who closed the connection, or has an answer, gets no other and no log line. */
  void onFailure(@Observes Router router) {
    router
        .route()
        .failureHandler(
            call -> {
              if (!(call.failure() instanceof HttpClosedException) && !call.response().ended()) {
                call.next();
              }
            });
  }

  private void await(RoutingContext call) {
    if (isWithoutBody(call.request())) {
      call.request().headers().remove(HttpHeaders.CONTENT_TYPE);
    }
    if (!isSmallJson(call.request())) {
      call.next();
      return;
    }
    QuarkusHttpUser.getSecurityIdentity(call, identities)
        .subscribe()
        .with(
            caller -> {
              if (caller == null || caller.isAnonymous()) {
                call.next();
              } else {
                call.put(WAITING, deadline.begin(call)).addEndHandler(ended -> over(call));
                whole.handle(call);
              }
            },
            refused -> call.next()); // TokenRequired answers
  }

  private static void arrived(RoutingContext call) {
    over(call);
    call.next();
  }

  private static void over(RoutingContext call) {
    var waiting = call.<BodyDeadline.Waiting>remove(WAITING);
    if (waiting != null) {
      waiting.over();
    }
  }

  /**
   * Whether the method has no body, or the call of an action says that it is empty. An imported
   * file may be empty, too, and is still of its type.
   */
  private static boolean isWithoutBody(HttpServerRequest call) {
    var length = call.getHeader(HttpHeaders.CONTENT_LENGTH);
    var isEmpty = length == null ? !mayBeUnannounced(call) : length.equals("0");
    return BODILESS.contains(call.method()) || (isEmpty && call.method().equals(HttpMethod.POST));
  }

  /** Without a length HTTP/1.1 announces a body by its encoding; HTTP/2 may just send one. */
  private static boolean mayBeUnannounced(HttpServerRequest call) {
    return call.version() == HttpVersion.HTTP_2
        || call.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
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

  /** Small, and not empty: RESTEasy would wait for an empty body that has been read. */
  private static boolean isSmall(long length) {
    return length > 0 && length <= SMALL;
  }
}
