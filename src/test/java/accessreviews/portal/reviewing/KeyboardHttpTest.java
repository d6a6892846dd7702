package accessreviews.portal.reviewing;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.portal.ReaderLanguage;
import accessreviews.testing.browser.Chromium;
import accessreviews.testing.lanes.InProcessOnly;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A review is answered with the keyboard alone. */
@QuarkusTest
@InProcessOnly("renders pages without requests")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeyboardHttpTest {
  private static final String AT = "document.activeElement.id.slice(-1)";

  private Chromium chromium;
  private Screen screen;
  private Page page;

  @BeforeAll
  void start() {
    chromium = Chromium.start();
    screen = new Screen(chromium.browser(), 1280, ColorScheme.LIGHT);
  }

  @AfterAll
  void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @BeforeEach
  void open() {
    var samples = SamplePages.usual(ReaderLanguage.ENGLISH);
    page = screen.show(samples.review(5, null), samples.review(5, "1 saved."));
  }

  private void press(String... keys) {
    for (var key : keys) {
      page.keyboard().press(key);
    }
  }

  @Test
  void jAndKMoveTheFocusFromRowToRowAndStopAtTheEnds() {
    press("j", "j", "j", "k");
    assertThat(page.evaluate(AT)).isEqualTo("1");
    press("k", "k", "k");
    assertThat(page.evaluate(AT)).isEqualTo("0");
    press("j", "j", "j", "j", "j", "j", "j");
    assertThat(page.evaluate(AT)).isEqualTo("4");
  }

  @Test
  void anAnswerIsSentForTheRowAndTheFocusStaysThere() {
    press("j", "j", "d");
    page.waitForCondition(() -> page.locator("#status").textContent().equals("1 saved."));
    page.waitForCondition(() -> page.evaluate(AT).equals("1"));

    assertThat(screen.sent())
        .singleElement()
        .asString()
        .contains("one=Deny%3A" + SamplePages.key(1));
    press("j");
    assertThat(page.evaluate(AT)).isEqualTo("2");
    assertThat(screen.complaints()).isEmpty();
  }

  @Test
  void whatIsSavedIsAnnounced() {
    press("j", "a");

    page.waitForCondition(
        () -> page.locator("#announcement").textContent().equals("1 saved. 12 of 40 decided"));
  }

  @Test
  void xTicksTheRowAndSlashLeadsToTheFilter() {
    press("j", "j", "x");
    assertThat(page.locator("input[name=item]:checked").count()).isEqualTo(1);
    press("/");
    assertThat(page.evaluate("document.activeElement.type")).isEqualTo("search");
    press("a", "d", "?");
    assertThat(screen.sent()).isEmpty();
    assertThat(page.evaluate("document.getElementById('help').open")).isEqualTo(false);
  }

  @Test
  void aQuestionMarkOpensTheHelpAndEscapeClosesIt() {
    press("?");
    assertThat(page.evaluate("document.getElementById('help').open")).isEqualTo(true);
    press("Escape");
    assertThat(page.evaluate("document.getElementById('help').open")).isEqualTo(false);
  }
}
