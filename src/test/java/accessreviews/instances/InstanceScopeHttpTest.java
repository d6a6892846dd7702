package accessreviews.instances;

import static accessreviews.testing.Bodies.object;
import static accessreviews.testing.Bodies.reviewers;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.rows.AnInstance;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The update of an instance needs a scope, looks at its form, and never applies it. */
@QuarkusTest
class InstanceScopeHttpTest extends UpdateHttpTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        // as stored
        """
        {"@odata.type":"#microsoft.graph.accessReviewQueryScope","queryType":"MicrosoftGraph",
         "query":"/groups/0a1b2c3d-0000-4000-8000-00000000000a/transitiveMembers"}""",
        // another one
        """
        {"@odata.type":"#microsoft.graph.accessReviewQueryScope","query":"/groups/other/members"}""",
        """
        {"@odata.type":"microsoft.graph.ACCESSREVIEWQueryScope","query":"/nonsense"}""",
        """
        {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope","query":"/users",
         "inactiveDuration":"P30D"}""",
        """
        {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope",
         "principalScopes":[{"query":"/users"}],"resourceScopes":[{"query":"/groups"}]}""",
        // without @odata.type, as the SDKs send it
        """
        {"query":"/groups/0a1b2c3d-0000-4000-8000-00000000000a/transitiveMembers"}""",
        """
        {"query":"/nonsense","queryType":"MicrosoftGraph","queryRoot":null}""",
        """
        {"principalScopes":[{"query":"/users"}],"resourceScopes":[{"query":"/groups"}]}""",
        """
        {"queryType":"MicrosoftGraph"}""",
        """
        {"x":1}""",
        // of the base type, as SDKs send it that know no other
        """
        {"@odata.type":"#microsoft.graph.accessReviewScope"}""",
        """
        {"@odata.type":null}"""
      })
  void acceptsAnyScopeOfAKnownFormAndAppliesNone(String scope) {
    for (var method : new String[] {"PUT", "PATCH"}) {
      var instance = anInstance().reviewedBy(ADA).in(rows);
      var answer =
          json(object("\"scope\":" + scope, reviewers(BOB))).request(method, instance.path());
      assertThat(shown(answer).at("/scope/query").asText())
          .isEqualTo("/v1.0/groups/" + AnInstance.GROUP + "/transitiveMembers");
      assertThat(scopeOf(instance)).isEqualTo(parsed(AnInstance.SCOPE));
      assertThat(reviewersOf(instance)).containsExactly(BOB);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          -                              | requiredPropertyMissing | scope             | the scope of the instance, which stays as it is
          null                           | requiredPropertyMissing | scope             | the scope of the instance, which stays as it is
          "/groups"                      | invalidPropertyValue    | scope             | expected an object
          []                             | invalidPropertyValue    | scope             | expected an object
          5                              | invalidPropertyValue    | scope             | expected an object
          true                           | invalidPropertyValue    | scope             | expected an object
          {"@odata.type":"#microsoft.graph.user","query":"/users"} | invalidPropertyValue | scope.@odata.type | expected a supported type, got '#microsoft.graph.user'
          {"@odata.type":"accessReviewQueryScope","query":"/users"} | invalidPropertyValue | scope.@odata.type | got 'accessReviewQueryScope'
          {"@odata.type":5}              | invalidPropertyValue    | scope.@odata.type | expected a supported type, got '5'
          {"@odata.type":"#microsoft.graph.accessReviewQueryScope"} | requiredPropertyMissing | scope.query | a Graph query such as /groups/{groupId}/transitiveMembers
          {"query":null}                 | requiredPropertyMissing | scope.query       | a Graph query such as
          {"query":" "}                  | requiredPropertyMissing | scope.query       | a Graph query such as
          {"query":5}                    | invalidPropertyValue    | scope.query       | expected a string
          {"query":"/a\\u0000"}          | invalidPropertyValue    | scope.query       | without NUL characters
          {"query":"/a","queryType":"ARM"} | invalidPropertyValue  | scope.queryType   | expected MicrosoftGraph
          {"query":"/a","queryRoot":[]}  | invalidPropertyValue    | scope.queryRoot   | expected a string
          {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope","query":"/a","inactiveDuration":"soon"} | invalidPropertyValue | scope.inactiveDuration | expected an ISO 8601 duration such as P30D
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope"} | requiredPropertyMissing | scope.principalScopes | at least one accessReviewQueryScope
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[{"query":"/users"}],"resourceScopes":[]} | requiredPropertyMissing | scope.resourceScopes | at least one accessReviewQueryScope
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[null]} | invalidPropertyValue | scope.principalScopes[0] | expected an object
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[{"query":"/users"}],"resourceScopes":[{"query":"/groups"},{"query":1}]} | invalidPropertyValue | scope.resourceScopes[1].query | expected a string
          """)
  void refusesToBeWithoutAScopeOrWithOneThatIsNone(
      @Nullable String scope, String reason, String target, String said) {
    for (var method : new String[] {"PUT", "PATCH"}) {
      var instance = anInstance().reviewedBy(ADA).in(rows);
      var body =
          scope == null ? object(reviewers(BOB)) : object("\"scope\":" + scope, reviewers(BOB));
      assertRefused(
          Refusal.bad(reason, target, said), () -> json(body).request(method, instance.path()));
    }
  }

  private Object scopeOf(AnInstance.Stored instance) {
    return parsed(
        rows.strings(
                "select scope::text from access_review_instance where id = ?::uuid", instance.id())
            .getFirst());
  }
}
