package accessreviews.history;

import accessreviews.decisions.report.ReviewResult;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Arrays;

/** A result that a report has rows for; the names of Graph. */
@RegisterForReflection
public enum HistoryDecision {
  approve(ReviewResult.APPROVE),
  deny(ReviewResult.DENY),
  dontKnow(ReviewResult.DONT_KNOW),
  notReviewed(ReviewResult.NOT_REVIEWED),
  notNotified(ReviewResult.NOT_NOTIFIED);

  private final ReviewResult result;

  HistoryDecision(ReviewResult result) {
    this.result = result;
  }

  /** The decision that callers write in any case; refuses other words. */
  @JsonCreator
  static HistoryDecision of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.name().equalsIgnoreCase(word))
        .findFirst()
        .orElseThrow(() -> Refused.invalid("approve, deny, dontKnow, notReviewed or notNotified"));
  }

  ReviewResult result() {
    return result;
  }
}
