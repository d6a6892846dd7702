package accessreviews.reviewers;

import static accessreviews.testing.GraphRefusal.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.refusal.Refusal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which reviewers of a series can be exchanged for which; users and groups by their number. */
class ReviewersTest {
  private static final String USER = "/users/398164b1-5196-49dd-ada2-364b49f99b2";
  private static final String GROUP = "/groups/02f3bafb-448c-487c-88c2-5fd65ce49a4";

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          user:1,        user:2
          user:1,        user:1 user:2
          user:1 user:2, user:2
          user:1,        /v1.0:user:2
          user:1 user:2, user:1 user:3
          """)
  void individualUsersCanBeExchangedForIndividualUsers(String stored, String requested) {
    assertThat(reviewers(stored).replacedInSeriesBy(reviewers(requested)))
        .isEqualTo(reviewers(requested));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          user:1,          user:1
          user:1,          /v1.0:user:1
          /v1.0:user:1,    /beta:user:1
          user:1 user:2,   user:2 user:1
          user:1,          user:1 user:1
          owners:1,        owners:1
          owners:1,        /v1.0:owners:1
          user:1 owners:1, owners:1 user:1
          ./manager,       ./manager
          -,               -
          """)
  void theSameReviewersAreNoChangeAndStayAsTheyWereSent(
      @Nullable String stored, @Nullable String requested) {
    var before = reviewers(stored);

    assertThat(before.replacedInSeriesBy(reviewers(requested))).isSameAs(before);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          user:1,          -
          user:1,          owners:1
          user:1,          user:1 owners:1
          user:1,          ./manager
          -,               user:1
          -,               owners:1
          owners:1,        user:1
          owners:1,        owners:2
          owners:1,        members:1
          owners:1,        -
          owners:1,        owners:1 user:1
          user:1 owners:1, user:1
          user:1 owners:1, user:2 owners:1
          ./manager,       user:1
          ./manager,       ./owners
          ./manager,       -
          """)
  void everyOtherChangeIsRefused(@Nullable String stored, @Nullable String requested) {
    var refused = thrownBy(() -> reviewers(stored).replacedInSeriesBy(reviewers(requested)));

    assertThat(refused.reason()).isEqualTo(Refusal.PROPERTY_NOT_UPDATABLE);
    assertThat(refused.target()).isEqualTo("reviewers");
    assertThat(refused.sentence())
        .isEqualTo(
            "The property 'reviewers' can be changed only while it names individual users"
                + " (/users/{userId}), and only to at least one individual user.");
  }

  private static Reviewers reviewers(@Nullable String queries) {
    return queries == null
        ? Reviewers.SELF
        : new Reviewers(Arrays.stream(queries.split(" ")).map(ReviewersTest::reviewer).toList());
  }

  private static ReviewerScope reviewer(String text) {
    var query =
        text.replaceAll("(:|^)user:", USER)
            .replaceAll("(:|^)(owners|members):(\\d)", GROUP + "$3/$2")
            .replace("members", "transitiveMembers");
    return new ReviewerScope(query, "MicrosoftGraph", null);
  }
}
