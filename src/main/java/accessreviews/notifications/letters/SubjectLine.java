package accessreviews.notifications.letters;

import accessreviews.notifications.letters.Letter.Review;
import accessreviews.notifications.letters.Letter.Section;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The subject: first what is to be done, then in which review, then until when. */
final class SubjectLine {
  private static final int LONGEST_NAME = 80;

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
    var name = Kinds.name(first, LONGEST_NAME);
    var count = Kinds.count(section);
    if (count == 1) {
      return name;
    }
    return Kinds.isOneSeries(section)
        ? words.reviewsOf(name, language.number(count))
        : words.andMore(name, language.number(count - 1));
  }

  private String due(List<Review> reviews) {
    var days =
        reviews.stream()
            .map(Review::due)
            .sorted()
            .map(end -> language.lastDay(end, now))
            .distinct()
            .toList();
    return days.size() == 1 ? words.due(days.getFirst()) : words.firstDue(days.getFirst());
  }
}
