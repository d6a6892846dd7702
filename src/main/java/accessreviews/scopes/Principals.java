package accessreviews.scopes;

import java.util.Optional;
import org.threeten.extra.PeriodDuration;

/**
 * Principals of one kind, or some of them.
 *
 * @param guestsOnly of users, those who are guests
 * @param inactiveFor of users, those who have not signed in for so long, or never
 */
public record Principals(Kind kind, boolean guestsOnly, Optional<PeriodDuration> inactiveFor) {
  /** The kinds of principals, as decisions name them. */
  public enum Kind {
    user,
    group,
    servicePrincipal
  }

  static Principals all(Kind kind) {
    return new Principals(kind, false, Optional.empty());
  }
}
