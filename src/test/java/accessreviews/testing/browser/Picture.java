package accessreviews.testing.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.nio.file.Path;

/** Pictures of whole pages, for the documentation and for whoever looks at a failure. */
public final class Picture {
  private static final int TRIES = 5;

  private Picture() {}

  /**
   * Takes one of {@code page}. Chromium cannot always do so at once on a machine that is busy,
   * which says nothing of the page: it is tried again.
   */
  public static void take(Page page, Path file) {
    for (var left = TRIES; ; left--) {
      try {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
        return;
      } catch (PlaywrightException e) {
        if (left == 1) {
          throw e;
        }
        page.waitForTimeout(500);
      }
    }
  }
}
