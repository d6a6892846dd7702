package accessreviews.odata.paths;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.vertx.ext.web.RoutingContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses URLs and headers that are longer than Graph's clients need. Quarkus' own limits are
 * wider, because it answers without a body.
 */
public class RequestLimits {
  private final RequestsConfig config;

  RequestLimits(RequestsConfig config) {
    this.config = config;
  }

  @ServerRequestFilter(preMatching = true, priority = FilterOrder.LIMITS)
  void refuse(RoutingContext call) {
    requireUrlWithinLimits(call.request().uri());
    var size = 0;
    for (var header : call.request().headers()) {
      size += header.getKey().length() + header.getValue().length();
    }
    if (size > config.largestHeaders()) {
      throw new Refused(
          Refusal.HEADERS_TOO_LARGE,
          null,
          "The headers have more than the %d characters that this service accepts."
              .formatted(config.largestHeaders()));
    }
  }

  /** Refuses a URL, or a batched one, that is longer than the limit. */
  public void requireUrlWithinLimits(String url) {
    if (url.length() > config.longestUrl()) {
      throw new Refused(
          Refusal.URL_TOO_LONG,
          null,
          "The URL is longer than the %d characters that this service accepts."
              .formatted(config.longestUrl()));
    }
  }
}
