package accessreviews.refusal;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal of a request: the reason, the offending member, and a sentence for the caller. */
public class Refused extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final String TARGET = "{target}";

  /** One of several problems; {@code target} names its place. */
  @RegisterForReflection // for JSON
  public record Detail(String code, String message, String target) {}

  private final Refusal reason;
  private final @Nullable String target;
  private final String sentence;

  /**
   * @param target JSON path of the offending member, such as {@code reviewers[0].query}; null when
   *     no single member is to blame
   * @param sentence the message for the caller; <code>{target}</code> in it stands for the path
   */
  public Refused(Refusal reason, @Nullable String target, String sentence) {
    super(null, null, false, false);
    this.reason = reason;
    this.target = target;
    this.sentence = sentence;
  }

  /** The required member {@code target} is absent or null; {@code what} was expected. */
  public static Refused missing(String target, String what) {
    return new Refused(
        Refusal.REQUIRED_PROPERTY_MISSING,
        target,
        "The property '" + TARGET + "' is required: " + what + ".");
  }

  /** The member {@code target} has another type or value than {@code expected}. */
  public static Refused invalid(String target, String expected) {
    return new Refused(
        Refusal.INVALID_PROPERTY_VALUE,
        target,
        "The value of '" + TARGET + "' is not valid: expected " + expected + ".");
  }

  /** The value of the member that is read now is other than {@code expected}. */
  public static Refused invalid(String expected) {
    return new Refused(
        Refusal.INVALID_PROPERTY_VALUE,
        null,
        "The value of '" + TARGET + "' is not valid: expected " + expected + ".");
  }

  /** The same refusal, seen from the object whose member {@code parent} holds the offending one. */
  public Refused under(String parent) {
    if (parent.isEmpty()) {
      return this;
    }
    var path =
        target == null ? parent : target.startsWith("[") ? parent + target : parent + "." + target;
    return new Refused(reason, path, sentence);
  }

  /** The problems of single parts of the request, if the answer lists them. */
  public List<Detail> details() {
    return List.of();
  }

  public Refusal reason() {
    return reason;
  }

  /** JSON path of the offending member, or null. */
  public @Nullable String target() {
    return target;
  }

  /** The message for the caller: the member, and what was expected. */
  public String sentence() {
    return target == null ? sentence : sentence.replace(TARGET, target);
  }

  @Override
  public String getMessage() {
    return sentence();
  }
}
