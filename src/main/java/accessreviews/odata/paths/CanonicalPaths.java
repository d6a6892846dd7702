package accessreviews.odata.paths;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Accepts every spelling of paths that OData allows (keys in parentheses, names in any case,
 * operations with their namespace, slashes at the end), and the tags of If-Match in several lines.
 * Everything behind this filter sees the canonical form, in which resources are declared.
 */
@ApplicationScoped
public class CanonicalPaths {
  private static final String DESTINATION = "destination";

  private final RequestsConfig config;
  private final ServedPaths served;

  CanonicalPaths(RequestsConfig config, ServedPaths served) {
    this.config = config;
    this.served = served;
  }

  void onEveryRequest(@Observes Filters filters) {
    filters.register(this::canonicalize, FilterOrder.CANONICAL_PATH);
  }

  private void canonicalize(RoutingContext call) {
    if (call.request().uri().length() > config.longestUrl()) {
      call.next(); // RequestLimits refuses it
      return;
    }
    var tags = call.request().headers().getAll(HttpHeaders.IF_MATCH);
    if (tags.size() > 1) {
      call.request().headers().set(HttpHeaders.IF_MATCH, String.join(", ", tags));
    }
    var path = call.normalizedPath();
    if (destinationOf(call) instanceof PathTree.Resource(var spelled, var parameters)
        && spelled.equals(path)) {
      call.next(); // sent here by the lines below
      return;
    }
    var destination = served.destination(path, call.request().query()).orElse(null);
    call.put(DESTINATION, destination);
    if (destination instanceof PathTree.Resource(var spelled, var parameters)
        && !spelled.equals(path)) {
      var query = call.request().query();
      var whole =
          Stream.of(parameters, query == null ? "" : query)
              .filter(part -> !part.isEmpty())
              .collect(Collectors.joining("&"));
      call.reroute(whole.isEmpty() ? spelled : spelled + "?" + whole);
    } else {
      call.next();
    }
  }

  /** Whether the path of {@code call} is served by some method. */
  public static boolean isServed(RoutingContext call) {
    return destinationOf(call) instanceof PathTree.Resource;
  }

  private static PathTree.@Nullable Destination destinationOf(RoutingContext call) {
    return call.get(DESTINATION);
  }

  /**
   * Refuses paths that are not served: after the check of the token, before every rule of a
   * resource.
   */
  @ServerRequestFilter(preMatching = true, priority = FilterOrder.SERVED_PATH)
  void refuseUnknown(RoutingContext call) {
    switch (destinationOf(call)) {
      case PathTree.Unknown(var segment) ->
          throw new Refused(
              Refusal.UNKNOWN_SEGMENT,
              null,
              "Resource not found for the segment '%s'.".formatted(segment));
      case PathTree.WrongParameter(var refusal) -> throw refusal;
      case null -> {
        if (!served.isOutside(call.normalizedPath())) {
          throw new NotFoundException();
        }
      }
      default -> {}
    }
  }
}
