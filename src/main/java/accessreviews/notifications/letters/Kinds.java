package accessreviews.notifications.letters;

import accessreviews.notifications.letters.Letter.Review;
import accessreviews.notifications.letters.Letter.Section;
import accessreviews.notifications.outbox.MailKind;

/** What a section of a letter is about. */
final class Kinds {
  /** How much of a name is shown. */
  static final int LONGEST_NAME = 256;

  private Kinds() {}

  /** Whether the reader has something to answer. */
  static boolean isOpen(Section section) {
    return isOpen(section.kind());
  }

  /** Whether it is about something to answer. */
  static boolean isOpen(MailKind kind) {
    return switch (kind) {
      case START, REMINDER, REQUESTED_REMINDER -> true;
      case COMPLETED, COMPLETED_ADDITIONAL_RECIPIENTS -> false;
    };
  }

  /** Whether the reader reviews nothing but their own access in it. */
  static boolean isAboutOwnAccess(Section section) {
    return section.reviews().stream().allMatch(Review::selfReview);
  }

  /** Whether all its reviews are of one series, each of another resource. */
  static boolean isOneSeries(Section section) {
    var series = section.reviews().getFirst().definition();
    return section.reviews().stream()
        .allMatch(one -> one.definition().equals(series) && !resource(one).isEmpty());
  }

  /** The name of a review, of {@code longest} characters at most; never empty. */
  static String name(Review review, int longest) {
    var name = OneLine.of(review.displayName(), longest);
    return name.isEmpty() ? review.definition().toString() : name;
  }

  /** The name of what is reviewed; empty if it is not known. */
  static String resource(Review review) {
    return OneLine.of(review.resource(), LONGEST_NAME);
  }

  /** How many reviews it tells of, those included that are not listed. */
  static long count(Section section) {
    return section.reviews().size() + (long) section.further();
  }
}
