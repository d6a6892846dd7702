package accessreviews.decisions.answers;

import accessreviews.decisions.items.Decision;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a reviewer answers.
 *
 * @param principalId of answers to many: only where this principal has access
 * @param resourceId of answers to many: only where the access is to this resource
 */
@RegisterForReflection
record DecisionRequest(
    @Nullable Decision decision,
    @Nullable String justification,
    @Nullable UUID principalId,
    @Nullable UUID resourceId) {

  /** The decision; refuses to be without one. */
  Decision required() {
    if (decision == null) {
      throw Refused.missing("decision", "Approve, Deny, DontKnow or NotReviewed");
    }
    return decision;
  }

  /** The same, where taking an answer back is none. */
  Decision requiredAnswer() {
    if (required() == Decision.NotReviewed) {
      throw Refused.invalid("decision", "Approve, Deny or DontKnow");
    }
    return required();
  }

  /** {@code write} on no other items than the body names. */
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
   * Why; refuses approvals and denials without a reason where the series asks for one. Blanks are
   * no reason.
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
