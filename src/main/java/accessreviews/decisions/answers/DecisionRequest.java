package accessreviews.decisions.answers;

import accessreviews.decisions.items.Decision;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The body of a reviewer's answer.
 *
 * @param principalId for answers to many items: only items of this principal
 * @param resourceId for answers to many items: only items of this resource
 */
@RegisterForReflection
record DecisionRequest(
    @Nullable Decision decision,
    @Nullable String justification,
    @Nullable UUID principalId,
    @Nullable UUID resourceId) {

  /** The decision; refuses a body without one. */
  Decision required() {
    if (decision == null) {
      throw Refused.missing("decision", "Approve, Deny, DontKnow or NotReviewed");
    }
    return decision;
  }

  /** The decision; also refuses {@code NotReviewed}, which would reset an answer. */
  Decision requiredAnswer() {
    if (required() == Decision.NotReviewed) {
      throw Refused.invalid("decision", "Approve, Deny or DontKnow");
    }
    return required();
  }

  /** {@code write}, limited to the items that the body names. */
  DecisionWrite narrowed(DecisionWrite write) {
    var narrowed = write;
    if (principalId != null) {
      narrowed = narrowed.only("d.principal_id = :principal").with("principal", principalId);
    }
    if (resourceId != null) {
      narrowed = narrowed.only("d.resource_id = :resource").with("resource", resourceId);
    }
    return narrowed;
  }

  /**
   * The justification. Refuses approvals and denials without one if the series requires it; blanks
   * do not count.
   */
  String justification(boolean required) {
    var reason = Objects.requireNonNullElse(justification, "");
    var judges = decision == Decision.Approve || decision == Decision.Deny;
    if (required && judges && reason.isBlank()) {
      throw Refused.missing(
          "justification",
          "this review wants a reason for each decision to "
              + Objects.requireNonNull(decision).name().toLowerCase(Locale.ROOT));
    }
    return reason;
  }
}
