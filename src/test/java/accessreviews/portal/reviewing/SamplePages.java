package accessreviews.portal.reviewing;

import accessreviews.portal.Frame;
import accessreviews.portal.ReaderLanguage;
import accessreviews.portal.SampleProblem;
import accessreviews.portal.reviewing.MyReviewsPage.Card;
import accessreviews.portal.reviewing.ReviewPage.Filter;
import accessreviews.portal.reviewing.ReviewPage.Row;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Pages of reviewers with made-up content.
 *
 * @param free the text in every place where users write
 */
record SamplePages(ReaderLanguage language, String free) {
  private static final String LINK = "/reviews/7f1c2a52-6a0e-4c58-9a53-2f7f4a1f0b11";
  private static final Instant SIGNED_IN = Instant.parse("2026-07-30T08:15:00Z");

  /** Texts of usual length. */
  static SamplePages usual(ReaderLanguage language) {
    return new SamplePages(language, "Sales West: Contracts and Price Lists");
  }

  /** The HTML of every page, by name. */
  Map<String, String> all() {
    var words = language.words();
    var pages = new LinkedHashMap<String, String>();
    pages.put("my-reviews", myReviews(List.of(card(12, 40), card(0, 1)), List.of(card(3, 3))));
    pages.put("my-reviews-empty", myReviews(List.of(), List.of()));
    pages.put("review", review(12, null));
    pages.put("review-notice", review(3, words.saved("1") + " " + words.overtaken("2")));
    pages.put("review-empty", page(List.of(), true, false, null));
    pages.put("review-over", page(rows(3), false, false, null));
    pages.put("self-review", page(rows(1), true, true, null));
    pages.put("accept", accept(words.accept("28")));
    pages.put("accept-nothing", accept(null));
    pages.put("problem", problem(words.notForYou()));
    return pages;
  }

  /** A review with {@code rows} items. */
  String review(int rows, @Nullable String notice) {
    return page(rows(rows), true, false, notice);
  }

  private String myReviews(List<Card> open, List<Card> done) {
    return new MyReviewsPage(frame(language.words().myReviews(), null), open, done).render();
  }

  private Card card(long answered, long all) {
    return new Card(
        LINK, free, free, language.words().daysLeft("3"), progress(answered, all), answered, all);
  }

  private String progress(long answered, long all) {
    return language.words().progress(language.number(answered), language.number(all));
  }

  private String page(List<Row> rows, boolean isOpen, boolean isOneself, @Nullable String notice) {
    return new ReviewPage(
            frame(free, notice),
            LINK,
            "q=anna&answered=no",
            language.words().daysLeft("3"),
            free,
            progress(12, 40),
            12,
            40,
            isOpen,
            true,
            isOneself,
            new Filter(free, "Deny", "no", true),
            rows,
            LINK + "?after=1.7f1c2a52-6a0e-4c58-9a53-2f7f4a1f0b11")
        .render();
  }

  private List<Row> rows(int number) {
    return IntStream.range(0, number).mapToObj(this::row).toList();
  }

  /** The item in a row, as forms send it. */
  static String key(int number) {
    return TickedItems.key(id(number), 12);
  }

  private static UUID id(int number) {
    return new UUID(0x7f1c2a526a0e4c58L, 0x9a532f7f4a1f0000L + number);
  }

  private Row row(int number) {
    var words = language.words();
    var id = id(number);
    var isDenied = number % 3 == 0;
    return new Row(
        id.toString(),
        key(number),
        free,
        free,
        number % 4 == 0,
        free,
        isDenied ? words.never() : words.monthsAgo("4"),
        isDenied ? null : SIGNED_IN.toString(),
        isDenied ? words.deny() : words.approve(),
        isDenied ? words.becauseInactive() : words.becauseActive(),
        isDenied ? words.youAnswered(words.deny(), language.day(SIGNED_IN)) : words.notAnswered(),
        isDenied ? "Deny" : "NotReviewed",
        isDenied ? free : "");
  }

  private String accept(@Nullable String button) {
    var words = language.words();
    var numbers = words.acceptNumbers("20", "8", "2");
    return new AcceptPage(frame(words.acceptHeading(), null), LINK, free, numbers, button).render();
  }

  private String problem(String sentence) {
    return SampleProblem.of(language, sentence, free).render();
  }

  private Frame frame(String title, @Nullable String notice) {
    return new Frame(language.tag(), language.words(), title, free, "t".repeat(86), true, notice);
  }
}
