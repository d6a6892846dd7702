package accessreviews.odata.paths;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jboss.logging.MDC;

/**
 * Gives every request its {@code request-id} and {@code client-request-id}, which are in the
 * answer, in error bodies and in the log.
 */
@ApplicationScoped
public class RequestIds {
  public static final String REQUEST_ID = "request-id";
  public static final String CLIENT_REQUEST_ID = "client-request-id";
  private static final int LONGEST_ECHO = 128;
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  void onEveryRequest(@Observes Filters filters) {
    filters.register(RequestIds::identify, FilterOrder.REQUEST_IDS);
  }

  private static void identify(RoutingContext call) {
    var known = RequestIds.of(call, REQUEST_ID); // a call whose path is spelled anew comes again
    var id = known.isEmpty() ? UUID.randomUUID().toString() : known;
    var sent = call.request().getHeader(CLIENT_REQUEST_ID);
    var clientId = sent == null || sent.isBlank() || sent.length() > LONGEST_ECHO ? id : sent;
    call.put(REQUEST_ID, id).put(CLIENT_REQUEST_ID, clientId);
    MDC.put("requestId", id);
    call.response()
        .putHeader(REQUEST_ID, id)
        .putHeader(CLIENT_REQUEST_ID, clientId)
        .putHeader("Date", date(Instant.now()));
    call.next();
  }

  /** The instant in the form of HTTP, with two digits for the day. */
  static String date(Instant instant) {
    return DATE.format(instant);
  }

  public static String of(RoutingContext call, String name) {
    var id = call.<String>get(name);
    return id == null ? "" : id;
  }
}
