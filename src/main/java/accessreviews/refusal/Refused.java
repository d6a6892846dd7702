package accessreviews.refusal;

import org.jspecify.annotations.Nullable;

/**
 * A request is declined: the reason, the member that is to blame, and a sentence for the caller.
 */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Refusal reason;
  private final @Nullable String target;
  private final String sentence;

  /**
   * @param target JSON path of the offending member, such as {@code reviewers[0].query}; null when
   *     no single member is to blame
   */
  public Refused(Refusal reason, @Nullable String target, String sentence) {
    super(target == null ? sentence : target + ": " + sentence, null, false, false);
    this.reason = reason;
    this.target = target;
    this.sentence = sentence;
  }

  /** The required member {@code target} is absent or null. */
  public static Refused missing(String target, String expected) {
    return new Refused(
        Refusal.REQUIRED_PROPERTY_MISSING,
        target,
        "The property '%s' is required: %s.".formatted(target, expected));
  }

  /** The member {@code target} has a value that is not allowed. */
  public static Refused invalid(String target, String expected) {
    return new Refused(
        Refusal.INVALID_PROPERTY_VALUE,
        target,
        "The value of '%s' is invalid: expected %s.".formatted(target, expected));
  }

  public Refusal reason() {
    return reason;
  }

  /** JSON path of the offending member, or null. */
  public @Nullable String target() {
    return target;
  }

  /** What the caller is told: the member, and what was expected instead. */
  public String sentence() {
    return sentence;
  }
}
