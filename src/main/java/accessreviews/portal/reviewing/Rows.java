package accessreviews.portal.reviewing;

import accessreviews.decisions.items.AccessReviewInstanceDecisionItem;
import accessreviews.decisions.items.Decision;
import accessreviews.decisions.items.PrincipalType;
import accessreviews.decisions.items.Recommendation;
import accessreviews.portal.PortalWords;
import accessreviews.portal.ReaderLanguage;
import accessreviews.portal.reviewing.ReviewPage.Row;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Says items in the words of a reader. */
record Rows(ReaderLanguage language, UUID reader, Instant now) {
  Row of(AccessReviewInstanceDecisionItem item) {
    var words = language.words();
    var signedIn = item.consideredSignInDateTime();
    return new Row(
        item.id().toString(),
        TickedItems.key(item.id(), item.version()),
        name(item),
        Objects.requireNonNullElse(item.principalUserName(), ""),
        item.isGuest(),
        resource(item),
        signedIn == null ? unknownSignIn(item, words) : language.ago(signedIn, now),
        signedIn == null ? null : signedIn.toString(),
        recommendation(item.recommendation(), words),
        reason(item, words),
        answer(item, words),
        item.decision().name(),
        item.justification());
  }

  static String name(AccessReviewInstanceDecisionItem item) {
    return Objects.requireNonNullElseGet(item.principalName(), () -> item.principalId().toString());
  }

  static String resource(AccessReviewInstanceDecisionItem item) {
    return Objects.requireNonNullElseGet(item.resourceName(), () -> item.resourceId().toString());
  }

  private static String unknownSignIn(AccessReviewInstanceDecisionItem item, PortalWords words) {
    return item.principalType() == PrincipalType.user ? words.never() : words.unknown();
  }

  private static String recommendation(Recommendation recommendation, PortalWords words) {
    return switch (recommendation) {
      case Approve -> words.approve();
      case Deny -> words.deny();
      case NoInfoAvailable -> words.noRecommendation();
    };
  }

  private static String reason(AccessReviewInstanceDecisionItem item, PortalWords words) {
    if (item.isOutlier()) {
      return words.becauseOutlier();
    }
    return switch (item.recommendation()) {
      case Approve -> words.becauseActive();
      case Deny -> words.becauseInactive();
      case NoInfoAvailable -> item.membership().equals("indirect") ? words.indirect() : "";
    };
  }

  private String answer(AccessReviewInstanceDecisionItem item, PortalWords words) {
    var by = item.reviewedBy();
    var at = item.reviewedDateTime();
    if (item.decision() == Decision.NotReviewed || by == null || at == null) {
      return words.notAnswered();
    }
    var decision = language.decision(item.decision());
    return by.id().equals(reader.toString())
        ? words.youAnswered(decision, language.day(at))
        : words.otherAnswered(
            Objects.requireNonNullElse(by.displayName(), by.id()), decision, language.day(at));
  }
}
