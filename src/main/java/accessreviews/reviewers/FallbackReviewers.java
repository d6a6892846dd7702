package accessreviews.reviewers;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Who reviews where no primary reviewer is found, such as for users without a manager. */
@RegisterForReflection
public record FallbackReviewers(@JsonValue List<ReviewerScope> scopes) {
  /** Nobody stands in. */
  public static final FallbackReviewers NONE = new FallbackReviewers(List.of());

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public FallbackReviewers {
    scopes = List.copyOf(scopes);
  }

  /** Refuses queries that name no reviewers; {@code member} is where these stand in the body. */
  public void requireSupported(String member) {
    ReviewerScope.requireSupported(member, scopes);
  }

  /** The fallback reviewers as they are read back. */
  public FallbackReviewers readBack() {
    return new FallbackReviewers(scopes.stream().map(ReviewerScope::readBack).toList());
  }

  /** Whether these are the same reviewers, in whatever order and spelling. */
  public boolean areThoseOf(FallbackReviewers others) {
    return identities().equals(others.identities());
  }

  private Set<String> identities() {
    return scopes.stream().map(ReviewerScope::identity).collect(Collectors.toSet());
  }

  /**
   * The fallback reviewers of a running review after an update: they can be added to, never taken
   * away (seeds "Update accessReviewInstance", "Update accessReviewStage").
   */
  public FallbackReviewers grownTo(FallbackReviewers requested) {
    var kept = requested.identities();
    var removed = scopes.stream().filter(scope -> !kept.contains(scope.identity())).toList();
    if (!removed.isEmpty()) {
      throw new FallbackReviewersRemoved(removed);
    }
    return requested;
  }
}
