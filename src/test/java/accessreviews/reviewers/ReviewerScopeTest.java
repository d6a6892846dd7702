package accessreviews.reviewers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which queries name reviewers, and which of them name the same (V: row of the reference). */
class ReviewerScopeTest {
  private static final String A = "aaaaaaaa-0000-4000-8000-00000000000a";
  private static final String FORMS =
      "Please pass in one of the following queries : /users/{id}, /groups/{id}/transitiveMembers,"
          + " /groups/{id}/owners, /servicePrincipals/{id}/owners, ./owners, ./manager";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /users/{a}  | /v1.0/users/{a}
          /users/{a}  | /beta/users/{a}
          /users/{a}  | /V1.0/users/{a}
          /users/{a}  | users/{a}
          /users/{a}  | v1.0/users/{a}
          /users/{a}  | /users/{A}
          /users/{a}  | /Users/{a}
          /users/{a}  | /users/{a}/
          /users/{a}  | ~ /users/{a} ~
          ./manager   | ./Manager
          ./manager   | ./manager/
          ./owners    | ~ ./owners~
          /groups/{a}/owners | /v1.0/groups/{a}/owners/
          /groups/{a}/owners | /groups/{a}/owners?$count=true
          /groups/{a}/owners | /groups/{a}/owners/?$count=true
          /groups/{a}/owners?$filter=userType eq 'x' | /v1.0/groups/{A}/owners/?$filter=userType eq 'x'
          /groups/{a}/owners?$filter=userType eq 'x' | /groups/{a}/owners?$filter=userType%20eq%20'x'
          /groups/{a}/owners?$filter=userType eq 'x' | /groups/{a}/owners?$filter=userType+eq+'x'
          /groups/{a}/owners?$filter=userType eq 'x' | /groups/{a}/owners?$filter=userType%20%20eq%20%27x%27
          /groups/{a}/owners?$filter=userType eq 'x' | /groups/{a}/owners?$filter=usertype eq 'X'
          /groups/{a}/owners?$filter=userType eq 'x' | /groups/{a}/owners?$count=true&$filter=userType eq 'x'
          /groups/{a}/owners?$filter=userType eq 'x' | /groups/{a}/owners?$filter=userType eq 'x'&$count=true
          """)
  void isTheSameReviewerHoweverItIsSpelled(String one, String other) {
    assertThat(scope(one).identity()).isEqualTo(scope(other).identity());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          /users/{a}         | /users/bbbbbbbb-0000-4000-8000-00000000000a
          /users/{a}         | /groups/{a}/owners
          /groups/{a}/owners | /groups/{a}/transitiveMembers
          /groups/{a}/owners | /servicePrincipals/{a}/owners
          /groups/{a}/owners | /groups/{a}/owners?$filter=userType eq 'x'
          /groups/{a}/owners?$filter=userType eq 'x' | /groups/{a}/owners?$filter=userType eq 'y'
          /groups/{a}/owners | ./owners
          ./owners           | ./manager
          """)
  void isAnotherReviewerWithAnotherQuery(String one, String other) {
    assertThat(scope(one).identity()).isNotEqualTo(scope(other).identity());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users/{a}", // V2
        "/v1.0/users/{A}",
        "/groups/{a}/transitiveMembers", // V3
        "/beta/groups/{a}/transitiveMembers/",
        "/groups/{a}/transitiveMembers/microsoft.graph.user",
        "/groups/{a}/owners", // V4
        "/groups/{a}/owners?$filter=microsoft.graph.user/userType eq 'Member'"
            + " and microsoft.graph.user/country eq 'USA'", // V5
        "/groups/{a}/owners?$filter=microsoft.graph.user%2FuserType+eq+'Member'",
        "/groups/{a}/owners/?$filter=microsoft.graph.user/country%20eq%20'USA'&$count=true",
        "./owners", // V6
        "/servicePrincipals/{a}/owners" // V8
      })
  void isSupportedByItself(String query) {
    assertThatNoException().isThrownBy(() -> scope(query).requireSupported());
  }

  /** V1. */
  @Test
  void isNotNeededForASelfReview() {
    assertThatNoException().isThrownBy(() -> Reviewers.SELF.requireSupported("reviewers"));
  }

  /** V7. */
  @ParameterizedTest
  @ValueSource(strings = {"./manager", "./Manager", "./manager/", " ./manager"})
  void isTheManagerOnlyWithTheRootOfTheDecisions(String query) {
    assertThatNoException().isThrownBy(() -> scope(query, "decisions").requireSupported());
    assertRefused(
        scope(query),
        Refusal.REQUIRED_PROPERTY_MISSING,
        "reviewers[0].queryRoot",
        "is required: 'decisions' for the query ./manager");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users",
        "/users/1",
        "/users/{a}/manager",
        "/users/{a}?$select=id",
        "/users/{a}x",
        "//users/{a}",
        "/me",
        "/groups/{a}",
        "/groups/{a}/members",
        "/groups/{a}/owners?$filter=displayName eq 'x'",
        "/groups/{a}/owners?$filter=microsoft.graph.user/userType eq 'Member",
        "/groups/{a}/transitiveMembers?$filter=userType eq 'Member'",
        "/groups/{a}/owners?$filter=%",
        "/servicePrincipals/{a}",
        "/v1.0/v1.0/users/{a}",
        "./sponsor",
        "./members",
        "./",
        "../manager",
        "manager",
        "https://graph.microsoft.com/v1.0/users/{a}",
        "/identityGovernance/accessReviews/definitions",
        "DROP TABLE users"
      })
  void isRefusedWithTheListOfFormsWhereItNamesNobody(String query) {
    assertRefused(
        scope(query),
        Refusal.QUERY_NOT_SUPPORTED,
        "reviewers[0].query",
        "Query %s is not supported. %s".formatted(filled(query), FORMS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\t\n"})
  void isRefusedWithoutAQuery(String query) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> scope(query))
        .returns(Refusal.REQUIRED_PROPERTY_MISSING, Refused::reason)
        .returns("query", Refused::target)
        .withMessageContaining("a query for reviewers such as /users/{userId}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Decisions", "instances"})
  void isRefusedWithAnyOtherRoot(String root) {
    assertRefused(
        scope("/users/{a}", root),
        Refusal.INVALID_PROPERTY_VALUE,
        "reviewers[0].queryRoot",
        "expected null or 'decisions'");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {"-", "MicrosoftGraph", "microsoftgraph"})
  void isOfTheTypeMicrosoftGraph(@Nullable String sent) {
    assertThat(new ReviewerScope("/users/1", nullable(sent), null).queryType())
        .isEqualTo("MicrosoftGraph");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ARM", "", "Microsoft Graph"})
  void isRefusedWithAnyOtherType(String type) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> new ReviewerScope("/users/1", type, null))
        .returns(Refusal.INVALID_PROPERTY_VALUE, Refused::reason)
        .returns("queryType", Refused::target)
        .withMessageContaining("expected MicrosoftGraph");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          # sent             | read back
          /users/{a}         | /v1.0/users/{a}
          /v1.0/users/{a}    | /v1.0/users/{a}
          /beta/users/{a}    | /beta/users/{a}
          users/{a}          | /v1.0/users/{a}
          v1.0/users/{a}     | /v1.0/users/{a}
          ~ /users/{a} ~     | /v1.0/users/{a}
          /Users/{A}         | /v1.0/Users/{A}
          ./manager          | ./manager
          ./owners           | ./owners
          ~ ./owners~        | ./owners
          /groups/{a}/owners?$filter=microsoft.graph.user/country eq 'USA' | /v1.0/groups/{a}/owners?$filter=microsoft.graph.user/country eq 'USA'
          """)
  void isReadBackWithTheServiceRoot(String sent, String shown) {
    assertThat(scope(sent, "decisions").readBack()).isEqualTo(scope(shown, "decisions"));
    assertThat(scope(sent).readBack()).isEqualTo(scope(shown));
  }

  @ParameterizedTest
  @CsvSource({
    "/users/{a}, true",
    "/v1.0/users/{A}, true",
    "users/{a}, true",
    "/groups/{a}/transitiveMembers, false",
    "/groups/{a}/owners, false",
    "./manager, false"
  })
  void isAnIndividualUserOrNot(String query, boolean individual) {
    assertThat(scope(query).isIndividualUser()).isEqualTo(individual);
  }

  /** {@code second} of two reviewers is refused; the first is not to blame. */
  @Test
  void isFoundAmongOthersByItsPlace() {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(
            () ->
                new FallbackReviewers(List.of(scope("/users/{a}"), scope("/me")))
                    .requireSupported("stageSettings[1].fallbackReviewers"))
        .returns("stageSettings[1].fallbackReviewers[1].query", Refused::target);
  }

  private static void assertRefused(
      ReviewerScope scope, Refusal reason, String target, String said) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> new Reviewers(List.of(scope)).requireSupported("reviewers"))
        .returns(reason, Refused::reason)
        .returns(target, Refused::target)
        .withMessageContaining(said);
  }

  private static ReviewerScope scope(String query) {
    return scope(query, null);
  }

  private static ReviewerScope scope(String query, @Nullable String root) {
    return new ReviewerScope(filled(query), "MicrosoftGraph", root);
  }

  private static String filled(String query) {
    return query.replace("{a}", A).replace("{A}", A.toUpperCase(Locale.ROOT));
  }

  @SuppressWarnings("NullAway") // Jackson hands over null where a request leaves the member out
  private static String nullable(@Nullable String text) {
    return text;
  }
}
