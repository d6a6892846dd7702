package accessreviews.portal.manage;

import accessreviews.decisions.items.ApplyResult;
import accessreviews.definitions.ReviewStatus;
import accessreviews.portal.ReaderLanguage;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import org.jspecify.annotations.Nullable;

/** How the pages of administrators say things in the language of a reader. */
record ManageLanguage(ReaderLanguage reader, ManageWords words) {

  /** The language that {@code accepted}, the header {@code Accept-Language}, prefers. */
  static ManageLanguage of(@Nullable String accepted) {
    var reader = ReaderLanguage.of(accepted);
    return new ManageLanguage(
        reader, MessageBundles.get(ManageWords.class, Localized.Literal.of(reader.tag())));
  }

  String number(long number) {
    return reader.number(number);
  }

  String status(ReviewStatus status) {
    return switch (status) {
      case NotStarted -> words.notStarted();
      case Initializing, Starting -> words.starting();
      case InProgress -> words.inProgress();
      case Completing, AutoReviewing, AutoReviewed -> words.ending();
      case Completed -> words.completed();
      case Applying -> words.applying();
      case Applied -> words.applied();
      case Failed -> words.failed();
    };
  }

  String result(ApplyResult result) {
    return switch (result) {
      case New -> words.resultNew();
      case AppliedSuccessfully -> words.resultRemoved();
      case AppliedWithUnknownFailure -> words.resultFailed();
      case AppliedSuccessfullyButObjectNotFound -> words.resultGone();
      case ApplyNotSupported -> words.resultNotSupported();
    };
  }

  String answered(long answered, long items) {
    return words.answeredOf(number(answered), number(items));
  }

  /** How many items applying removes. */
  String removes(long number) {
    if (number == 0) {
      return words.removesNothing();
    }
    return number == 1 ? words.removesOne() : words.removes(number(number));
  }

  /** How many notices could not be sent; null if all could. */
  @Nullable String failedNotices(long number) {
    if (number == 0) {
      return null;
    }
    return number == 1 ? words.oneNoticeFailed() : words.noticesFailed(number(number));
  }

  /** How many instances wait for a confirmation; null if none does. */
  @Nullable String held(long number) {
    if (number == 0) {
      return null;
    }
    return number == 1 ? words.waitsForConfirmation() : words.waitForConfirmation(number(number));
  }
}
