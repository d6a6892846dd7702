package accessreviews.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.notifications.outbox.MailKind;
import accessreviews.testing.browser.Chromium;
import accessreviews.testing.browser.Picture;
import accessreviews.testing.lanes.InProcessOnly;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every mail in a browser: on phones and screens, light and dark. Pictures are in target/letters.
 */
@QuarkusTest
@InProcessOnly("calls what writes mails")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LetterLooksHttpTest {
  private static final String ADDRESS = "https://mail.test/";
  private static final Path PICTURES = Path.of("target", "letters");
  private static final List<Integer> WIDTHS = List.of(320, 800);

  @Inject Letters letters;

  /** A page for each width and colour scheme. */
  private final Map<String, Page> screens = new LinkedHashMap<>();

  private Chromium chromium;

  @BeforeAll
  void start() {
    chromium = Chromium.start();
    for (var width : WIDTHS) {
      for (var colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        var options =
            new Browser.NewContextOptions().setViewportSize(width, 600).setColorScheme(colours);
        screens.put(
            "-%d-%s".formatted(width, colours.name().toLowerCase(Locale.ROOT)),
            chromium.browser().newContext(options).newPage());
      }
    }
  }

  @AfterAll
  void end() {
    if (chromium != null) {
      chromium.close();
    }
  }

  static Map<String, Letter> samples(String language) {
    var samples = new LinkedHashMap<String, Letter>();
    for (var kind : MailKind.values()) {
      samples.put(kind.wireName(), SampleLetters.one(kind, language));
    }
    samples.put("self", SampleLetters.selfReview(MailKind.START, language));
    samples.put("selfReminder", SampleLetters.selfReview(MailKind.REMINDER, language));
    samples.put("stage", SampleLetters.secondStage(MailKind.START, language));
    samples.put("many", SampleLetters.manyGroups(MailKind.START, language, 3, 37));
    samples.put("manyCompleted", SampleLetters.manyGroups(MailKind.COMPLETED, language, 3, 1));
    samples.put("digest", SampleLetters.digest(language));
    return samples;
  }

  record Sample(String name, Letter letter) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Sample> samples() {
    return Stream.of("en", "de")
        .flatMap(
            language ->
                samples(language).entrySet().stream()
                    .map(one -> new Sample(one.getKey() + "-" + language, one.getValue())));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void fitsTheScreenLoadsNothingAndCanBeReadByEveryone(Sample sample) throws IOException {
    var mail = letters.render(sample.letter());
    var html = mail.html();
    Files.createDirectories(PICTURES);
    Files.writeString(
        PICTURES.resolve(sample.name() + ".txt"),
        "Subject: " + mail.subject() + "\n\n" + mail.text());
    for (var screen : screens.entrySet()) {
      look(sample.name() + screen.getKey(), html, screen.getValue());
    }
  }

  /** Some clients leave out the style element. */
  @Test
  void fitsThePhoneWithoutStyleElement() {
    var html = letters.render(SampleLetters.digest("de")).html();

    look(
        "bare-de-320-light",
        html.replaceFirst("(?s)<style>.*</style>", ""),
        Objects.requireNonNull(screens.get("-320-light")));
  }

  private void look(String name, String html, Page page) {
    var others = new ArrayList<String>();
    page.unrouteAll();
    page.route(
        url -> true,
        route -> {
          if (route.request().url().equals(ADDRESS)) {
            route.fulfill(
                new Route.FulfillOptions().setContentType("text/html;charset=utf-8").setBody(html));
          } else {
            others.add(route.request().url());
            route.abort();
          }
        });
    page.navigate(ADDRESS);
    Picture.take(page, PICTURES.resolve(name + ".png"));

    assertThat(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
        .as("pixels that %s is too wide", name)
        .isEqualTo(0);
    assertThat(others).as("requests of %s", name).isEmpty();
    assertThat(new AxeBuilder(page).setLegacyMode(true).analyze().getViolations())
        .as("violations of %s", name)
        .isEmpty();
  }
}
