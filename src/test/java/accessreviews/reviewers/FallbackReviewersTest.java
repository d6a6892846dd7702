package accessreviews.reviewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import accessreviews.refusal.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fallback reviewers of a running review can be added to, never taken away. */
class FallbackReviewersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # existing        | requested
          -                 | -
          -                 | /users/1
          /users/1          | /users/1
          /users/1          | /users/1, /users/2
          /users/1          | /users/2, /users/1
          /users/1          | /users/1, /users/1
          /users/1, /users/1 | /users/1
          /users/1, /users/2 | /users/2, /groups/3/owners, /users/1
          /users/1          | /v1.0/users/1
          /v1.0/users/1     | /users/1
          /beta/users/1     | /v1.0/users/1
          /users/ab         | /Users/AB/
          /groups/3/owners  | /groups/3/owners?$count=true
          ./manager         | ./manager
          """)
  void areWhatIsRequestedWhileNoneIsMissing(@Nullable String existing, @Nullable String requested) {
    assertThat(of(existing).grownTo(of(requested))).isEqualTo(of(requested));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # existing                           | requested          | missing
          /users/1                             | -                  | /users/1
          /users/1                             | /users/2           | /users/1
          /users/1, /users/2                   | /users/2           | /users/1
          /users/1, /users/2                   | /users/3           | /users/1, /users/2
          /v1.0/users/1                        | /users/11          | /v1.0/users/1
          /users/1                             | /groups/1/owners   | /users/1
          /groups/3/owners                     | /groups/3/owners?$filter=x | /groups/3/owners
          /groups/3/owners                     | /groups/3/transitiveMembers | /groups/3/owners
          ./manager                            | ./owners           | ./manager
          """)
  void areNotTakenAwayAndTheMissingOnesAreNamed(
      String existing, @Nullable String requested, String missing) {
    assertThatExceptionOfType(FallbackReviewersRemoved.class)
        .isThrownBy(() -> of(existing).grownTo(of(requested)))
        .returns(Refusal.FALLBACK_REVIEWERS_REMOVED, FallbackReviewersRemoved::reason)
        .returns("fallbackReviewers", FallbackReviewersRemoved::target)
        .withMessage(
            "Existing fallback reviewers cannot be removed from 'fallbackReviewers', only added to:"
                + " send these too: %s.",
            missing);
  }

  private static FallbackReviewers of(@Nullable String queries) {
    return queries == null
        ? FallbackReviewers.NONE
        : new FallbackReviewers(
            Arrays.stream(queries.split(", "))
                .map(query -> new ReviewerScope(query, "MicrosoftGraph", null))
                .toList());
  }
}
