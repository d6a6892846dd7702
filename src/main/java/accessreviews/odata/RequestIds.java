package accessreviews.odata;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * Gives every call the headers by which caller and operator find it again: {@code request-id} and
 * {@code client-request-id}, in the answer, in error bodies and in the log.
 */
@ApplicationScoped
class RequestIds {
  static final String REQUEST_ID = "request-id";
  static final String CLIENT_REQUEST_ID = "client-request-id";
  private static final int LONGEST_ECHO = 128;

  void onEveryRequest(@Observes Filters filters) {
    filters.register(RequestIds::identify, 10_000);
  }

  private static void identify(RoutingContext call) {
    var id = UUID.randomUUID().toString();
    var sent = call.request().getHeader(CLIENT_REQUEST_ID);
    var clientId = sent == null || sent.isBlank() || sent.length() > LONGEST_ECHO ? id : sent;
    call.put(REQUEST_ID, id).put(CLIENT_REQUEST_ID, clientId);
    MDC.put("requestId", id);
    call.response()
        .putHeader(REQUEST_ID, id)
        .putHeader(CLIENT_REQUEST_ID, clientId)
        .putHeader(
            "Date", DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC)));
    call.next();
  }

  static String of(RoutingContext call, String name) {
    var id = call.<String>get(name);
    return id == null ? "" : id;
  }
}
