package accessreviews.instances;

import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.Bodies.update;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The reviewers of an instance are replaced by reviewers of any supported form. */
@QuarkusTest
class InstanceReviewersHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          # sent                                                          | queryRoot | read back
          /users/0a1b2c3d-0000-4000-8000-000000000001                     | -         | /v1.0/users/0a1b2c3d-0000-4000-8000-000000000001
          /beta/users/0a1b2c3d-0000-4000-8000-000000000001                | -         | /beta/users/0a1b2c3d-0000-4000-8000-000000000001
          /groups/0a1b2c3d-0000-4000-8000-000000000001/transitiveMembers  | -         | /v1.0/groups/0a1b2c3d-0000-4000-8000-000000000001/transitiveMembers
          /groups/0a1b2c3d-0000-4000-8000-000000000001/owners             | -         | /v1.0/groups/0a1b2c3d-0000-4000-8000-000000000001/owners
          /groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/userType eq 'Member' and microsoft.graph.user/country eq 'USA' | - | /v1.0/groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/userType eq 'Member' and microsoft.graph.user/country eq 'USA'
          /groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/country eq 'R%26D' | - | /v1.0/groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/country eq 'R%26D'
          /groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/country eq '100%25' | - | /v1.0/groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/country eq '100%25'
          /groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/country eq 'O''Neil' | - | /v1.0/groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/country eq 'O''Neil'
          ./owners                                                        | -         | ./owners
          ./manager                                                       | decisions | ./manager
          /servicePrincipals/0a1b2c3d-0000-4000-8000-000000000001/owners  | -         | /v1.0/servicePrincipals/0a1b2c3d-0000-4000-8000-000000000001/owners
          """)
  void areReplacedAndReadBackWithTheServiceRoot(
      String query, @Nullable String root, String readBack) {
    for (var method : new String[] {"PUT", "PATCH"}) {
      var instance = anInstance().reviewedBy(ADA, BOB).in(rows);
      var sent =
          "\"reviewers\":[{\"query\":\"%s\",\"queryType\":\"MicrosoftGraph\",\"queryRoot\":%s}]"
              .formatted(query, quoted(root));
      var answer = shown(json(update(sent)).request(method, instance.path()));
      assertThat(answer.get("reviewers"))
          .isEqualTo(
              parsed(
                      "{\"r\":[{\"query\":\"%s\",\"queryType\":\"MicrosoftGraph\",\"queryRoot\":%s}]}"
                          .formatted(readBack, quoted(root)))
                  .get("r"));
      assertThat(reviewersOf(instance)).containsExactly(query);
    }
  }

  /** No reviewers: everyone reviews their own access. */
  @Test
  void areReplacedByASelfReview() {
    var instance = anInstance().reviewedBy(ADA).in(rows);
    var answer = shown(json(update(reviewers())).put(instance.path()));
    assertThat(answer.get("reviewers")).isEmpty();
    assertThat(reviewersOf(instance)).isEmpty();
  }

  @Test
  void areReplacedBySeveralInTheirOrder() {
    var instance = anInstance().reviewedBy(ADA).in(rows);
    shown(json(update(reviewers(OWNERS, CLEO, BOB))).patch(instance.path()));
    assertThat(reviewersOf(instance)).containsExactly(OWNERS, CLEO, BOB);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/users",
        "/users/1",
        "/groups/0a1b2c3d-0000-4000-8000-000000000001/members",
        "/groups/0a1b2c3d-0000-4000-8000-000000000001",
        "./sponsor",
        "/groups/0a1b2c3d-0000-4000-8000-000000000001/owners?$filter=microsoft.graph.user/country eq '%00'",
        "/me"
      })
  void areRefusedWithTheSupportedFormsWhereTheyNameNobody(String query) {
    for (var method : new String[] {"PUT", "PATCH"}) {
      var instance = anInstance().reviewedBy(ADA).in(rows);
      var unsupported =
          "Query %s is not supported. Please pass in one of the following queries : /users/{id},"
              + " /groups/{id}/transitiveMembers, /groups/{id}/owners,"
              + " /servicePrincipals/{id}/owners, ./owners, ./manager";
      assertRefused(
          Refusal.bad("queryNotSupported", "reviewers[0].query", unsupported.formatted(query)),
          () -> json(update(reviewers(query))).request(method, instance.path()));
      assertRefused(
          Refusal.bad("queryNotSupported", "reviewers[1].query", unsupported.formatted(query)),
          () -> json(update(reviewers(BOB, query))).request(method, instance.path()));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"./manager", "./manager/"})
  void areRefusedWhenTheManagerComesWithoutTheRootOfTheDecisions(String query) {
    var instance = anInstance().reviewedBy(ADA).in(rows);
    assertRefused(
        Refusal.bad(
            "requiredPropertyMissing", "reviewers[0].queryRoot", "'decisions' for the query"),
        () -> json(update(reviewers(query))).patch(instance.path()));
  }

  private static String quoted(@Nullable String text) {
    return text == null ? "null" : "\"" + text + "\"";
  }
}
