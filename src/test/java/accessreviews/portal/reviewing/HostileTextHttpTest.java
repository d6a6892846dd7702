package accessreviews.portal.reviewing;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.portal.ReaderLanguage;
import accessreviews.testing.browser.Chromium;
import accessreviews.testing.lanes.InProcessOnly;
import com.microsoft.playwright.options.ColorScheme;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What users write is shown as they wrote it: it is neither HTML nor a template. */
@QuarkusTest
@InProcessOnly("renders pages without requests")
class HostileTextHttpTest {
  /** Ways to run a script; {@code ~} stands for the script. */
  private static final List<String> ATTACKS =
      List.of(
          "<script>~</script>",
          "<img src=x onerror=~>",
          "<svg onload=~>",
          "<svg><script>~</script></svg>",
          "<iframe srcdoc='<script>~</script>'></iframe>",
          "<body onload=~>",
          "<a href=\"javascript:~\">x</a>",
          "<form action=\"javascript:~\"><button>x</button></form>",
          "<meta http-equiv=refresh content=\"0;url=javascript:~\">",
          "<details open ontoggle=~>x</details>",
          "<button hx-on:click=~ hx-get=/x hx-trigger=load>x</button>",
          "<input autofocus onfocus=~>",
          "<style>@import 'https://elsewhere.test/~'</style>",
          "{~}",
          "{#for x in 3}~{/for}",
          "{cdi:caller.~}",
          "${~}",
          "{{~}}");

  /** Ways out of the place in which a text is. */
  private static final List<String> WAYS_OUT = List.of("", "\">", "'></textarea></option></title>");

  private static final String MADE =
      """
      document.querySelectorAll('main script, main img, main iframe, main svg, main meta, \
      main style, main details, main [onerror], main [onload], main [hx-get], \
      [href^="javascript:"], [action^="javascript:"]').length""";

  @Test
  void comesOutAsText() {
    var payloads =
        WAYS_OUT.stream().flatMap(way -> ATTACKS.stream().map(attack -> way + attack)).toList();
    assertThat(payloads).hasSizeGreaterThanOrEqualTo(50);
    try (var chromium = Chromium.start()) {
      var screen = new Screen(chromium.browser(), 1280, ColorScheme.LIGHT);
      payloads.stream()
          .map(payload -> payload.replace("~", "alert(1)"))
          .forEach(payload -> pages(payload).forEach(page -> assertText(payload, page, screen)));
    }
  }

  private static Stream<Map.Entry<String, String>> pages(String payload) {
    return new SamplePages(ReaderLanguage.ENGLISH, payload).all().entrySet().stream();
  }

  private static void assertText(String payload, Map.Entry<String, String> shown, Screen screen) {
    var page = screen.show(shown.getValue(), "");
    var name = "%s on %s".formatted(payload, shown.getKey());

    assertThat(page.evaluate(MADE)).as(name).isEqualTo(0);
    assertThat(screen.complaints()).as(name).isEmpty();
    assertThat((String) page.evaluate("document.body.textContent")).as(name).contains(payload);
  }
}
