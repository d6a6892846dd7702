package accessreviews.odata.answers;

import accessreviews.odata.paths.FilterOrder;
import accessreviews.odata.paths.RequestsConfig;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Ends a request whose body has not come as a whole in time: 408, and the end of its connection. A
 * thread that waits for such a body is free then.
 */
@ApplicationScoped
public class BodyDeadline {
  private static final String TIMER = "body-deadline";
  private static final Set<HttpMethod> WITHOUT_BODY =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  private final RequestsConfig config;
  private final ObjectMapper mapper;

  BodyDeadline(RequestsConfig config, ObjectMapper mapper) {
    this.config = config;
    this.mapper = mapper;
  }

  void onEveryRequest(@Observes Filters filters) {
    filters.register(this::begin, FilterOrder.BODY_DEADLINE);
  }

  /** The body of {@code call} may take longer: its reader has a limit of its own. */
  public static void lift(RoutingContext call) {
    var timer = call.<Long>remove(TIMER);
    if (timer != null) {
      call.vertx().cancelTimer(timer);
    }
  }

  private void begin(RoutingContext call) {
    if (!WITHOUT_BODY.contains(call.request().method())) {
      var timer = call.vertx().setTimer(config.longestBody().toMillis(), fired -> end(call));
      call.put(TIMER, timer).addEndHandler(ended -> lift(call));
    }
    call.next();
  }

  private void end(RoutingContext call) {
    if (call.request().isEnded() || call.response().headWritten()) {
      return;
    }
    var answer =
        Errors.refusal(
            new Refused(
                Refusal.BODY_TOO_SLOW,
                null,
                "The request body did not come within %d seconds."
                    .formatted(config.longestBody().toSeconds())),
            call);
    try {
      call.response()
          .setStatusCode(answer.getStatus())
          .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
          .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
          .end(mapper.writeValueAsString(answer.getEntity()))
          .onComplete(sent -> call.request().connection().close());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e); // it is one of ours
    }
  }
}
