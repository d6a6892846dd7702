package accessreviews.notifications.letters;

import accessreviews.notifications.letters.Letter.Review;
import accessreviews.notifications.letters.Letter.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The subject: first what is to be done, then in which review, then until when. */
final class SubjectLine {
  private static final int LONGEST_NAME = 100;

  private final Language language;
  private final Words words;
  private final Instant now;

  SubjectLine(Language language, Instant now) {
    this.language = language;
    this.words = language.words();
    this.now = now;
  }

  String of(Letter letter) {
    var sections = letter.sections();
    return sections.size() == 1 ? ofOne(sections.getFirst()) : ofSeveral(sections);
  }

  private String ofOne(Section section) {
    var parts = new ArrayList<String>();
    parts.add(reviews(section));
    if (Kinds.isOpen(section)) {
      var stage = section.reviews().getFirst().stage();
      if (stage != null && Kinds.count(section) == 1) {
        parts.add(words.stage(language.number(stage.number()), language.number(stage.count())));
      }
      parts.add(due(section.reviews()));
    }
    return lead(section) + ": " + String.join(", ", parts);
  }

  private String ofSeveral(List<Section> sections) {
    var open = sections.stream().filter(Kinds::isOpen).toList();
    var toAnswer = open.stream().mapToLong(Kinds::count).sum();
    var done = sections.stream().mapToLong(Kinds::count).sum() - toAnswer;
    var parts = new ArrayList<String>();
    if (toAnswer > 0) {
      parts.add(words.toAnswer(language.number(toAnswer)));
      parts.add(due(open.stream().flatMap(section -> section.reviews().stream()).toList()));
    }
    if (done > 0) {
      parts.add(words.done(language.number(done)));
    }
    return words.reviews() + ": " + String.join(", ", parts);
  }

  private String lead(Section section) {
    var self = Kinds.isAboutOwnAccess(section);
    return switch (section.kind()) {
      case START -> self ? words.confirmAccess() : words.reviewAccess();
      case REMINDER -> self ? words.remindToConfirm() : words.remindToReview();
      case REQUESTED_REMINDER -> self ? words.finishConfirming() : words.finishReview();
      case COMPLETED, COMPLETED_ADDITIONAL_RECIPIENTS -> words.completed();
    };
  }

  /** The name of the series, and how many reviews there are of it or beside it. */
  private String reviews(Section section) {
    var first = section.reviews().getFirst();
    var name = OneLine.of(first.displayName(), LONGEST_NAME);
    var count = Kinds.count(section);
    if (count == 1) {
      return name;
    }
    var sameSeries =
        section.reviews().stream().allMatch(one -> one.definition().equals(first.definition()));
    return sameSeries
        ? words.reviewsOf(name, language.number(count))
        : words.andMore(name, language.number(count - 1));
  }

  private String due(List<Review> reviews) {
    var ends = reviews.stream().map(Review::due).sorted().distinct().toList();
    var first = language.lastDay(ends.getFirst(), now);
    return ends.size() == 1 ? words.due(first) : words.firstDue(first);
  }
}
