package accessreviews.reviewers;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The primary reviewers of a series, an instance or a stage; none means self-review. */
@RegisterForReflection
public record Reviewers(@JsonValue List<ReviewerScope> scopes) {
  /** Everyone reviews their own access. */
  public static final Reviewers SELF = new Reviewers(List.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Reviewers {
    scopes = List.copyOf(scopes);
  }

  /**
   * Refuses queries in no supported form; {@code member} is the path of the reviewers in the body.
   */
  public void requireSupported(String member) {
    ReviewerScope.requireSupported(member, scopes);
  }

  /** The reviewers as answers show them. */
  public Reviewers readBack() {
    return new Reviewers(scopes.stream().map(ReviewerScope::readBack).toList());
  }

  /** Whether these are the same reviewers, in any order and spelling. */
  public boolean areThoseOf(Reviewers others) {
    return identities().equals(others.identities());
  }

  /**
   * The reviewers of a series after an update. Individual users can be replaced by other individual
   * users; every other change is refused (seed "Update accessReviewScheduleDefinition").
   */
  public Reviewers replacedInSeriesBy(Reviewers requested) {
    if (areThoseOf(requested)) {
      return this;
    }
    if (areIndividualUsers() && requested.areIndividualUsers()) {
      return requested;
    }
    throw new Refused(
        Refusal.PROPERTY_NOT_UPDATABLE,
        "reviewers",
        "The property '{target}' can be changed only while it names individual users (/users/{userId}),"
            + " and only to at least one individual user.");
  }

  /** Whether everyone reviews their own access. */
  public boolean isSelfReview() {
    return scopes.isEmpty();
  }

  /** Whether only reviewers from a list that cannot be empty review. */
  public boolean isList() {
    return scopes.stream().anyMatch(ReviewerScope::isIndividualUser)
        && scopes.stream().noneMatch(ReviewerScope::isManager);
  }

  private boolean areIndividualUsers() {
    return !scopes.isEmpty() && scopes.stream().allMatch(ReviewerScope::isIndividualUser);
  }

  private Set<String> identities() {
    return scopes.stream().map(ReviewerScope::identity).collect(Collectors.toSet());
  }
}
