package accessreviews.identity;

import java.util.Set;

/** A permission of a token, as Graph names it; {@code Emulator.Control} is ours (contract). */
public enum Permission {
  ACCESS_REVIEW_READ_ALL("AccessReview.Read.All"),
  /** Includes what {@link #ACCESS_REVIEW_READ_ALL} allows. */
  ACCESS_REVIEW_READ_WRITE_ALL("AccessReview.ReadWrite.All"),
  DIRECTORY_READ_ALL("Directory.Read.All"),
  /** Includes what {@link #DIRECTORY_READ_ALL} allows. */
  DIRECTORY_READ_WRITE_ALL("Directory.ReadWrite.All"),
  POLICY_READ_ALL("Policy.Read.All"),
  /** Includes what {@link #POLICY_READ_ALL} allows of the policy of access reviews. */
  POLICY_READ_WRITE_ACCESS_REVIEW("Policy.ReadWrite.AccessReview"),
  /** Drive the emulator's clock, and empty the service. */
  EMULATOR_CONTROL("Emulator.Control");

  /** Those of a person in the portal. */
  public static final Set<String> OF_PORTAL =
      Set.of(
          ACCESS_REVIEW_READ_WRITE_ALL.value,
          DIRECTORY_READ_WRITE_ALL.value,
          POLICY_READ_WRITE_ACCESS_REVIEW.value);

  private final String value;

  Permission(String value) {
    this.value = value;
  }

  /** The name that tokens carry, in {@code scp} or {@code roles}. */
  public String value() {
    return value;
  }

  /** Whether a token with {@code granted} permissions has this one, itself or in a wider one. */
  boolean isIn(Set<String> granted) {
    return granted.contains(value)
        || (this == ACCESS_REVIEW_READ_ALL && granted.contains(ACCESS_REVIEW_READ_WRITE_ALL.value))
        || (this == POLICY_READ_ALL
            && (granted.contains(POLICY_READ_WRITE_ACCESS_REVIEW.value)
                || ACCESS_REVIEW_READ_ALL.isIn(granted)))
        || (this == DIRECTORY_READ_ALL && granted.contains(DIRECTORY_READ_WRITE_ALL.value));
  }
}
