package accessreviews.notifications.letters;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.notifications.letters.Letter.Section;
import accessreviews.notifications.letters.Letter.Stage;
import accessreviews.notifications.outbox.MailKind;
import accessreviews.testing.HttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@InProcessOnly("calls what writes mails")
class LettersHttpTest extends HttpTest {
  @Inject Letters letters;

  @Override
  protected Instant startOfTest() {
    return SampleLetters.NOW;
  }

  static Stream<Arguments> subjects() {
    var start = MailKind.START;
    return Stream.of(
        Arguments.of(
            SampleLetters.one(start, "en"), "Review access: Members of Marketing, due 4 December"),
        Arguments.of(
            SampleLetters.one(MailKind.REMINDER, "en"),
            "Reminder to review access: Members of Marketing, due 4 December"),
        Arguments.of(
            SampleLetters.one(MailKind.REQUESTED_REMINDER, "en"),
            "Please finish your review: Members of Marketing, due 4 December"),
        Arguments.of(
            SampleLetters.one(MailKind.COMPLETED, "en"), "Review completed: Members of Marketing"),
        Arguments.of(
            SampleLetters.one(MailKind.COMPLETED_ADDITIONAL_RECIPIENTS, "en"),
            "Review completed: Members of Marketing"),
        Arguments.of(
            SampleLetters.selfReview(start, "en"),
            "Confirm your access: Do you still need Power BI?, due 4 December"),
        Arguments.of(
            SampleLetters.secondStage(start, "en"),
            "Review access: Members of Marketing, stage 2 of 3, due 9 January 2027"),
        Arguments.of(
            SampleLetters.manyGroups(start, "en", 3, 1_997),
            "Review access: Guests in all groups (2,000 reviews), due 4 December"),
        Arguments.of(
            SampleLetters.digest("en"),
            "Access reviews: 3 to answer, first due 4 December, 1 completed"),
        Arguments.of(
            SampleLetters.one(start, "de"),
            "Zugriff überprüfen: Members of Marketing, fällig am 4. Dezember"),
        Arguments.of(
            SampleLetters.manyGroups(start, "de", 3, 1_997),
            "Zugriff überprüfen: Guests in all groups (2.000 Überprüfungen), fällig am 4. Dezember"),
        Arguments.of(
            SampleLetters.digest("de"),
            "Zugriffsüberprüfungen: 3 zu beantworten, die erste fällig am 4. Dezember,"
                + " 1 abgeschlossen"));
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void theSubjectSaysWhatIsToBeDoneThenWhereThenUntilWhen(Letter letter, String subject) {
    assertThat(letters.render(letter).subject()).isEqualTo(subject);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "de, Guten Tag",
        "de-AT, Guten Tag",
        "DE_ch, Guten Tag",
        "-, Hello",
        "fr, Hello",
        "den, Hello",
        "'', Hello",
        "en-GB, Hello"
      })
  void germanIsForThoseWhoPreferIt(String preferred, String hello) {
    var mail = letters.render(SampleLetters.one(MailKind.START, preferred));

    assertThat(mail.text()).startsWith(hello + " Megan Bowen,\n");
    assertThat(mail.html()).contains("lang=\"" + (hello.equals("Hello") ? "en" : "de") + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-04T17:00:00Z, 'Friday, 4 December 2026, 17:00 UTC'",
    "2026-12-04T00:00:00Z, 'Thursday, 3 December 2026, end of the day (UTC)'",
    "2026-12-04T00:00:01Z, 'Friday, 4 December 2026, 00:00 UTC'",
  })
  void whatIsDueAtMidnightEndsTheDayBefore(Instant due, String shown) {
    var review = SampleLetters.review("A", "B", false, due, null, null, 2, SampleLetters.NO_RESULT);
    var mail =
        letters.render(SampleLetters.letter("en", new Section(MailKind.START, List.of(review), 0)));

    assertThat(mail.text()).contains("  Due: " + shown + "\n");
  }

  @Test
  void thePageHasMailsAsTheyAre() throws IOException {
    var page = Files.readString(Path.of("docs", "notices.md"));

    for (var letter :
        List.of(
            SampleLetters.one(MailKind.START, "en"),
            SampleLetters.one(MailKind.START, "de"),
            SampleLetters.one(MailKind.COMPLETED, "en"),
            SampleLetters.digest("en"))) {
      var mail = letters.render(letter);
      assertThat(page).contains("Subject: " + mail.subject() + "\n\n" + mail.text());
    }
  }

  /** Values that users can write, and what is shown of them. */
  static Stream<Arguments> hostileValues() {
    return Stream.of(
            "<script>alert(1)</script><img src=https://evil.test/x>",
            "\"><a href='https://evil.test'>here</a>",
            "{inject:config} {page.sender} {#if true}{/if} {|x|} {cdi:x}",
            "name\r\nBcc: all@contoso.com\r\n\r\nbody",
            "name\nContent-Type: text/html\u0085\u2028\u2029x",
            "invoice\u202efdp.exe\u2066\u2067",
            "nothing\u0000\u0007\u001b[31m",
            "👩‍👩‍👧‍👦🏴\ud83d half",
            "שיווק תسويق",
            "=?utf-8?q?encoded?=",
            "]]>--><!--&amp;&#60;",
            "%s %n {} ${x} $1 \\",
            " \u0000\u200b",
            "",
            "a".repeat(10_000),
            "word ".repeat(2_000),
            "e" + "\u0301".repeat(9_999),
            "😀".repeat(5_000))
        .flatMap(
            value ->
                Stream.of(MailKind.values())
                    .flatMap(
                        kind ->
                            Stream.of("en", "de").map(lang -> Arguments.of(value, kind, lang))));
  }

  @ParameterizedTest
  @MethodSource("hostileValues")
  void whatUsersWriteIsText(String value, MailKind kind, String language) {
    var mail = letters.render(hostile(value, kind, language));
    var harmless = letters.render(hostile("harmless", kind, language));

    assertThat(mail.subject())
        .hasSizeLessThanOrEqualTo(Letters.LONGEST_SUBJECT)
        .matches(LettersHttpTest::isOneLine);
    assertThat(mail.text().lines())
        .allMatch(LettersHttpTest::isOneLine)
        .allMatch(line -> line.length() <= 72 || !line.strip().replace("> ", "").contains(" "));
    assertThat(mail.text()).doesNotContain("\r");
    assertThat(mail.html().lines()).allMatch(LettersHttpTest::isOneLine);
    assertThat(mail.html()).hasSizeLessThan(20_000);
    // A value that is empty has no line of its own; else there is no tag more or less.
    if (!OneLine.of(value, 256).isEmpty()) {
      assertThat(tags(mail.html())).isEqualTo(tags(harmless.html()));
    }
  }

  @Test
  void theLongestSubjectFits() {
    var end = Instant.parse("2027-09-30T17:00:00Z");
    var name = "\u05d0".repeat(256);
    var reviews =
        Stream.of(end, end.plus(Duration.ofDays(1)))
            .map(
                due ->
                    SampleLetters.review(
                        name, "B", true, due, null, null, 1, SampleLetters.NO_RESULT))
            .toList();

    var mail =
        letters.render(SampleLetters.letter("de", new Section(MailKind.REMINDER, reviews, 99_998)));

    assertThat(mail.subject())
        .endsWith("…\u2069 (100.000 Überprüfungen), die erste fällig am 30. September 2027")
        .hasSizeLessThanOrEqualTo(Letters.LONGEST_SUBJECT);
  }

  @Test
  void templatesInValuesAreShown() {
    var mail = letters.render(hostile("{inject:config} {page.sender}", MailKind.START, "en"));

    assertThat(mail.subject()).startsWith("Review access: {inject:config} {page.sender}");
    assertThat(mail.text()).contains("Hello {inject:config} {page.sender},");
    assertThat(mail.html()).contains("Hello {inject:config} {page.sender},");
  }

  @ParameterizedTest
  @EnumSource(MailKind.class)
  void itHasOneLinkForEachReviewAndNoMore(MailKind kind) {
    var letter = SampleLetters.manyGroups(kind, "en", 3, 37);
    var mail = letters.render(letter);

    for (var review : letter.sections().getFirst().reviews()) {
      assertThat(mail.html()).containsOnlyOnce("href=\"" + review.link() + "\"");
      assertThat(mail.text()).containsOnlyOnce("\n  " + review.link() + "\n");
    }
    assertThat(mail.html().split("(?i)https?:", -1)).hasSize(3 + 1);
    assertThat(mail.html()).doesNotContainIgnoringCase("<img", "<script", "<link", "url(", "src=");
    assertThat(mail.text()).contains("And 37 more ");
  }

  private static Letter hostile(String value, MailKind kind, String language) {
    var review =
        SampleLetters.review(
            value,
            value,
            false,
            SampleLetters.DUE,
            new Stage(1, 2),
            value,
            2,
            SampleLetters.NO_RESULT);
    return new Letter(
        new Letter.Person(review.instance(), value, language),
        List.of(new Section(kind, List.of(review), 0)));
  }

  private static boolean isOneLine(String line) {
    return line.codePoints()
        .noneMatch(
            character ->
                switch (Character.getType(character)) {
                  case Character.CONTROL,
                      Character.LINE_SEPARATOR,
                      Character.PARAGRAPH_SEPARATOR,
                      Character.SURROGATE ->
                      true;
                  case Character.FORMAT -> "\u2068\u2069\u200d".indexOf(character) < 0;
                  default -> false;
                });
  }

  private static List<String> tags(String html) {
    return Pattern.compile("<[!/a-zA-Z][\\w-]*")
        .matcher(html)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
