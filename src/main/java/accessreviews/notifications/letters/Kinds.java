package accessreviews.notifications.letters;

import accessreviews.notifications.letters.Letter.Review;
import accessreviews.notifications.letters.Letter.Section;

/** What a section of a letter is about. */
final class Kinds {
  private Kinds() {}

  /** Whether the reader has something to answer. */
  static boolean isOpen(Section section) {
    return switch (section.kind()) {
      case START, REMINDER, REQUESTED_REMINDER -> true;
      case COMPLETED, COMPLETED_ADDITIONAL_RECIPIENTS -> false;
    };
  }

  /** Whether the reader reviews nothing but their own access in it. */
  static boolean isAboutOwnAccess(Section section) {
    return section.reviews().stream().allMatch(Review::selfReview);
  }

  /** How many reviews it tells of, those included that are not listed. */
  static long count(Section section) {
    return section.reviews().size() + (long) section.further();
  }
}
