package accessreviews.odata.bodies;

import accessreviews.odata.paths.RequestsConfig;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The time within which a body has to come as a whole, from the moment that it is waited for: then
 * 408, and the end of the connection. A thread that waits for the body is free then.
 */
@ApplicationScoped
class BodyDeadline {
  private final RequestsConfig config;
  private final LateBodies late;

  BodyDeadline(RequestsConfig config, LateBodies late) {
    this.config = config;
    this.late = late;
  }

  /** Ends the time of one body, which is there. */
  @FunctionalInterface
  interface Waiting {
    void over();
  }

  /** The body of {@code call} is waited for from now on. */
  Waiting begin(RoutingContext call) {
    var timer =
        call.vertx()
            .setTimer(
                config.longestBody().toMillis(),
                fired -> {
                  if (!call.response().headWritten() && !call.response().closed()) {
                    late.refuse(call, refusal());
                  }
                });
    return () -> call.vertx().cancelTimer(timer);
  }

  private Refused refusal() {
    return new Refused(
        Refusal.BODY_TOO_SLOW,
        null,
        "The request body did not come within %d seconds."
            .formatted(config.longestBody().toSeconds()));
  }
}
