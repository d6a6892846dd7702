package accessreviews.scopes;

import java.util.Optional;
import org.threeten.extra.PeriodDuration;

/**
 * Principals of one kind: all of them, or guests, or inactive ones.
 *
 * @param guestsOnly whether only guests count, if the kind is users
 * @param inactiveFor the time without a sign-in, if only inactive users count
 */
public record Principals(Kind kind, boolean guestsOnly, Optional<PeriodDuration> inactiveFor) {
  /** The kinds of principals, as decisions name them. */
  public enum Kind {
    user,
    group,
    servicePrincipal
  }

  /** The guests among these users. */
  Principals guests() {
    return new Principals(kind, true, inactiveFor);
  }

  static Principals all(Kind kind) {
    return new Principals(kind, false, Optional.empty());
  }
}
