package accessreviews.testing.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/**
 * A Chromium without a window. Tests that need one are skipped on a machine without, unless the
 * environment variable BROWSER names it, as the gate does.
 */
public final class Chromium implements AutoCloseable {
  private static final List<Path> PLACES =
      List.of(
          Path.of("/usr/bin/chromium"),
          Path.of("/usr/bin/chromium-browser"),
          Path.of("/usr/bin/google-chrome"));

  private final Playwright playwright;
  private final Browser browser;

  private Chromium(Path program) {
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(program)
                    .setArgs(List.of("--disable-quic")));
  }

  /** Starts one, or skips the tests and says so. */
  public static Chromium start() {
    var named = Optional.ofNullable(System.getenv("BROWSER")).map(Path::of);
    var found = named.or(() -> PLACES.stream().filter(Files::isExecutable).findFirst());
    if (found.isEmpty()) {
      System.out.println("No Chromium here: what pages and mails look like is not tested.");
    }
    Assumptions.assumeTrue(found.isPresent(), "no Chromium");
    return new Chromium(found.orElseThrow());
  }

  /** The browser, in which each page has a context of its own. */
  public Browser browser() {
    return browser;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
