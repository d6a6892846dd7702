package accessreviews.portal.reviewing;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.portal.ReaderLanguage;
import accessreviews.testing.browser.Chromium;
import accessreviews.testing.browser.Picture;
import accessreviews.testing.lanes.InProcessOnly;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every page of reviewers in a browser: on phones and screens, light and dark. Pictures are in
 * target/portal.
 */
@QuarkusTest
@InProcessOnly("renders pages without requests")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageLooksHttpTest {
  private static final Path PICTURES = Path.of("target", "portal");
  private static final int LARGEST_PAGE = 150_000;
  private static final int LARGEST_STYLES = 15_000;
  private static final int LARGEST_SCRIPT = 8_000;

  /** What can be pressed and is smaller than a fingertip; links within a sentence may be. */
  private static final String SMALL =
      """
      [...document.querySelectorAll('main a, main button, main input, main select, main textarea')]
        .filter(one => one.offsetParent)
        .filter(one => (one.closest('label:has([type=checkbox])') ?? one).getBoundingClientRect().height < 43.5)
        .map(one => one.outerHTML.slice(0, 90)).join('\\n')""";

  private final List<Screen> screens = new ArrayList<>();
  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = Chromium.start();
    for (var width : List.of(320, 1280)) {
      for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        screens.add(new Screen(chromium.browser(), width, colours));
      }
    }
  }

  @AfterAll
  void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @ParameterizedTest
  @EnumSource
  void everyPageFitsTheScreenLoadsNothingElseAndCanBeReadByEveryone(ReaderLanguage language) {
    SamplePages.usual(language)
        .all()
        .forEach((name, html) -> screens.forEach(screen -> look(name, language, html, screen)));
  }

  @Test
  void namesOf256CharactersFitThePhone() {
    var pages = new SamplePages(ReaderLanguage.ENGLISH, "W".repeat(256)).all();

    pages.forEach((name, html) -> assertFits(name, screens.getFirst().show(html, "")));
    pages.forEach((name, html) -> assertFits(name, screens.getLast().show(html, "")));
  }

  @ParameterizedTest
  @EnumSource
  void aFullPageHasAtMost150KilobytesWithAllItLoads(ReaderLanguage language) {
    var page = SamplePages.usual(language).review(100, null).getBytes(StandardCharsets.UTF_8);

    assertThat(page.length + Screen.sizeOfFiles()).isLessThanOrEqualTo(LARGEST_PAGE);
    assertThat(Screen.file("/reviews/assets/portal.css").length).isLessThan(LARGEST_STYLES);
    assertThat(Screen.file("/reviews/assets/portal.js").length).isLessThan(LARGEST_SCRIPT);
  }

  private static void look(String name, ReaderLanguage language, String html, Screen screen) {
    var page = screen.show(html, html);
    var picture = "%s-%s-%s.png".formatted(name, language.tag(), screen);
    Picture.take(page, PICTURES.resolve(picture));

    assertFits(picture, page);
    assertThat(page.evaluate(SMALL)).as("small targets of %s", picture).isEqualTo("");
    assertThat(screen.complaints()).as("complaints about %s", picture).isEmpty();
    assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
        .as("violations of %s", picture)
        .isEmpty();
  }

  private static void assertFits(String name, Page page) {
    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("pixels that %s is too wide", name)
        .isEqualTo(0);
  }
}
