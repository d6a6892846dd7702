package accessreviews.portal.reviewing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** A browser's window that shows pages as the service sends them: with its files and policy. */
final class Screen {
  static final String ORIGIN = "https://portal.test";

  private static final String POLICY =
      "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:;"
          + " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
  private static final Map<String, String> FILES =
      Map.of(
          "/reviews/assets/portal.css", "text/css",
          "/reviews/assets/portal.js", "text/javascript",
          "/reviews/assets/icon.svg", "image/svg+xml",
          "/webjars/htmx.org/2.0.10/dist/htmx.min.js", "text/javascript");

  private final String name;
  private final Page page;
  private final List<String> complaints = new ArrayList<>();
  private final List<String> sent = new ArrayList<>();
  private String html = "";
  private String answer = "";

  Screen(Browser browser, int width, ColorScheme colours) {
    name = "%d-%s".formatted(width, colours.name().toLowerCase(Locale.ROOT));
    page =
        browser
            .newContext(
                new Browser.NewContextOptions().setViewportSize(width, 720).setColorScheme(colours))
            .newPage();
    page.onConsoleMessage(message -> complaints.add(message.text()));
    page.onPageError(complaints::add);
    page.onDialog(
        dialog -> {
          complaints.add("dialog: " + dialog.message());
          dialog.dismiss();
        });
    page.route(url -> true, this::serve);
  }

  /** Its width and colours. */
  @Override
  public String toString() {
    return name;
  }

  /** Shows {@code shown}; forms that are sent are answered by {@code next}. */
  Page show(String shown, String next) {
    complaints.clear();
    sent.clear();
    html = shown;
    answer = next;
    page.navigate(ORIGIN + "/reviews/page");
    return page;
  }

  /** What the browser, or a request to elsewhere, reported. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** The forms that were sent. */
  List<String> sent() {
    return List.copyOf(sent);
  }

  private void serve(Route route) {
    var request = route.request();
    var path = URI.create(request.url()).getRawPath();
    var options = new Route.FulfillOptions().setHeaders(Map.of("Content-Security-Policy", POLICY));
    if (!request.url().startsWith(ORIGIN)) {
      complaints.add("request to " + request.url());
      route.abort();
    } else if (FILES.containsKey(path)) {
      route.fulfill(options.setContentType(FILES.get(path)).setBodyBytes(file(path)));
    } else {
      if (request.method().equals("POST")) {
        sent.add(Objects.requireNonNullElse(request.postData(), ""));
      }
      route.fulfill(
          options
              .setContentType("text/html;charset=utf-8")
              .setBody(request.method().equals("POST") ? answer : html));
    }
  }

  /** A file of the service, at its address. */
  static byte[] file(String path) {
    try (var file = Screen.class.getResourceAsStream("/META-INF/resources" + path)) {
      return Objects.requireNonNull(file, path).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The number of bytes that a browser loads beside the page. */
  static long sizeOfFiles() {
    return FILES.keySet().stream().mapToLong(path -> file(path).length).sum();
  }
}
