package accessreviews.portal.signin;

import accessreviews.identity.browser.PortalSignIn;
import accessreviews.odata.paths.FilterOrder;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Headers of every answer of the portal: what a page may load, and that nobody keeps it. Requests
 * that another site makes a browser send are refused; {@code /} leads browsers to the portal.
 */
@ApplicationScoped
class PageHeaders {
  private static final Logger LOG = Logger.getLogger(PageHeaders.class);

  private static final String ASSETS = PortalSignIn.PAGES + "/assets/";
  private static final Set<HttpMethod> READS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; form-action 'self'; base-uri 'none';"
              + " frame-ancestors 'none'",
          "Referrer-Policy",
          "no-referrer",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  /** Twice a page of ticked items with the longest justification. */
  private static final int LARGEST_FORM = 128 * 1024;

  private static final int DIGITS = 6;

  private final PortalSignIn signIn;

  PageHeaders(PortalSignIn signIn) {
    this.signIn = signIn;
  }

  void onStart(@Observes StartupEvent start) {
    if (!signIn.isServed()) {
      LOG.info("No portal is served: set QUARKUS_OIDC_PORTAL_CLIENT_ID (docs/portal.md).");
    }
  }

  void onEveryRequest(@Observes Filters filters) {
    filters.register(this::add, FilterOrder.PAGES);
  }

  private void add(RoutingContext call) {
    var path = call.normalizedPath();
    if (PortalSignIn.isPage(path)) {
      HEADERS.forEach(call.response()::putHeader);
      if (!path.startsWith(ASSETS)) {
        call.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
      }
      if (isFromElsewhere(call)) {
        call.response().setStatusCode(403).end();
        return;
      }
      if (isTooLarge(call)) {
        call.response().setStatusCode(413).putHeader(HttpHeaders.CONNECTION, "close").end();
        return;
      }
    } else if (path.equals("/") && signIn.isServed() && isOfBrowser(call)) {
      call.response()
          .setStatusCode(303)
          .putHeader(HttpHeaders.LOCATION, PortalSignIn.PAGES)
          .putHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT)
          .end();
      return;
    }
    call.next();
  }

  /** Whether another site makes the browser send a form (Fetch Metadata). */
  private static boolean isFromElsewhere(RoutingContext call) {
    var site = call.request().getHeader("Sec-Fetch-Site");
    return !isRead(call) && site != null && !site.equals("same-origin") && !site.equals("none");
  }

  /** Whether a form has more than one of the portal can have, or does not say its length. */
  private static boolean isTooLarge(RoutingContext call) {
    if (isRead(call)) {
      return false;
    }
    var length = call.request().getHeader(HttpHeaders.CONTENT_LENGTH);
    if (length == null) {
      return call.request().headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }
    return length.length() > DIGITS || Integer.parseInt(length) > LARGEST_FORM;
  }

  private static boolean isRead(RoutingContext call) {
    return READS.contains(call.request().method());
  }

  private static boolean isOfBrowser(RoutingContext call) {
    var accepted = call.request().getHeader(HttpHeaders.ACCEPT);
    return isRead(call) && accepted != null && accepted.contains("text/html");
  }
}
