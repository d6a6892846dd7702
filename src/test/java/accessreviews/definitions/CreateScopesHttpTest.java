package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.invalid;
import static accessreviews.testing.GraphRefusal.missing;
import static accessreviews.testing.GraphRefusal.unsupported;
import static accessreviews.testing.rows.Series.GROUP;
import static accessreviews.testing.rows.Series.OTHER_GROUP;
import static accessreviews.testing.rows.Series.aSeries;
import static accessreviews.testing.rows.Series.scope;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a new series reviews: answered as it was sent, read back in one form. */
@QuarkusTest
class CreateScopesHttpTest extends DefinitionHttpTest {
  private static final String TYPE = "\"@odata.type\":\"#microsoft.graph.";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          /groups/{g}/transitiveMembers        | /v1.0/groups/{g}/transitiveMembers        | /v1.0/groups/{g}
          /beta/groups/{g}/members             | /beta/groups/{g}/members                  | /v1.0/groups/{g}
          " groups/{g}/members "               | /v1.0/groups/{g}/members                  | /v1.0/groups/{g}
          /groups/{g}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest') | /v1.0/groups/{g}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest') | /v1.0/groups/{g}
          /roleManagement/directory/roleDefinitions/{g} | /beta/roleManagement/directory/roleDefinitions/{g} | -
          /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{g}' and assignmentPolicyId eq '{g}') | /v1.0/identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{g}' and assignmentPolicyId eq '{g}') | -
          """,
      quoteCharacter = '"')
  void aQueryIsAnsweredAsSentAndReadBackRooted(
      String sent, String readBack, @Nullable String enumeration) {
    var created = create(aSeries().ofScope(id(sent)));

    var shown = shown(created.get("id").asText());

    assertThat(created.at("/scope/query").asText()).isEqualTo(id(sent));
    assertThat(created.get("instanceEnumerationScope").isNull()).isTrue();
    assertThat(shown.at("/scope/query").asText()).isEqualTo(id(readBack));
    assertThat(shown.at("/instanceEnumerationScope/query").asText(null))
        .isEqualTo(enumeration == null ? null : id(enumeration));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /groups/{g} | /v1.0/groups/{g}
          /groups?$filter=(groupTypes/any(c:c+eq+'Unified')) | /v1.0/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))&$count=true
          /groups?$filter=(groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team')') | /v1.0/groups?$filter=(groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team'))&$count=true
          /groups?$filter=(groupTypes/any(c:c+eq+'Unified') and id ne '{g}')&$count=true | /v1.0/groups?$filter=(groupTypes/any(c:c+eq+'Unified') and id ne '{g}')&$count=true
          """)
  void anEnumerationIsAnsweredAsSentAndReadBackRootedWhileTheScopeStaysRelative(
      String sent, String readBack) {
    var guests = "./members/microsoft.graph.user/?$filter=(userType eq 'Guest')";
    var created = create(aSeries().ofScope(guests).enumerating(id(sent)));

    var shown = shown(created.get("id").asText());

    assertThat(created.at("/instanceEnumerationScope/query").asText()).isEqualTo(id(sent));
    assertThat(created.at("/scope/query").asText()).isEqualTo(guests);
    assertThat(shown.at("/instanceEnumerationScope/query").asText()).isEqualTo(id(readBack));
    assertThat(shown.at("/scope/query").asText())
        .isEqualTo("./members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')");
  }

  @Test
  void membershipsAreAnsweredAsSentAndReadBackRooted() {
    var sent =
        """
        {%1$sprincipalResourceMembershipsScope",
         "principalScopes":[{%1$saccessReviewInactiveUsersQueryScope","query":"/users",
           "queryType":"MicrosoftGraph","queryRoot":null,"inactiveDuration":"P30D"},
          {%1$saccessReviewQueryScope","query":"/groups","queryType":"MicrosoftGraph",
           "queryRoot":null}],
         "resourceScopes":[{%1$saccessReviewQueryScope",
           "query":"/roleManagement/directory/roleDefinitions/%2$s",
           "queryType":"MicrosoftGraph","queryRoot":null}]}"""
            .formatted(TYPE, GROUP);

    var created = create(aSeries().with("scope", sent));

    var shown = shown(created.get("id").asText());
    assertThat(created.get("scope")).isEqualTo(tree(sent));
    assertThat(shown.get("scope"))
        .isEqualTo(
            tree(
                sent.replace("\"/users", "\"/v1.0/users")
                    .replace("\"/groups", "\"/v1.0/groups")
                    .replace("/roleManagement", "/beta/roleManagement")));
    assertThat(shown.get("instanceEnumerationScope").isNull()).isTrue();
  }

  /** A team is reviewed together with its shared channels; any other resource by itself. */
  @Test
  void theSameResourceInTwoSpellingsIsReviewedOnce() {
    var id =
        create(
                aSeries()
                    .with(
                        "scope",
                        memberships(
                            scope("/users"),
                            scope("/groups/" + GROUP) + "," + scope("/v1.0/groups/" + GROUP))))
            .get("id")
            .asText();

    var instances = shown(request().get(path(id) + "/instances")).get("value");

    assertThat(instances).hasSize(1);
    assertThat(instances.at("/0/scope/resourceScopes/0/query").asText())
        .isEqualTo("/v1.0/groups/" + GROUP);
  }

  @Test
  void aRelativeScopeNeedsAnEnumeration() {
    refuses(
        missing(
            "instanceEnumerationScope", "the groups to which the relative query of scope applies"),
        () -> json(aSeries().ofScope("./members").json()).post(DEFINITIONS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/groups", "/groups/x/transitiveMembers", "/users", "./manager", "SELECT 1"})
  void aScopeThatNobodyKnowsIsRefusedWithTheOnesThatAreKnown(String query) {
    refuses(
        unsupported(
            "scope.query",
            "Query %s is not supported. Please pass in one of the following queries : /groups/{id}"
                .formatted(query)),
        () -> json(aSeries().ofScope(query).json()).post(DEFINITIONS));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/groups/{g}/members", "/groups", "/users", "./members"})
  void anEnumerationThatNobodyKnowsIsRefused(String query) {
    refuses(
        unsupported("instanceEnumerationScope.query", "Query " + id(query) + " is not supported"),
        () -> json(aSeries().ofScope("./members").enumerating(id(query)).json()).post(DEFINITIONS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /users | /users/{g}  | scope.resourceScopes[1].query  | /users/{g}
          /teams | /groups/{g} | scope.principalScopes[0].query | /teams
          """)
  void principalsAndResourcesThatNobodyKnowsAreRefused(
      String principals, String resource, String target, String named) {
    var scope =
        memberships(scope(principals), scope("/groups/" + OTHER_GROUP) + "," + scope(id(resource)));

    refuses(
        unsupported(target, "Query " + id(named) + " is not supported"),
        () -> json(aSeries().with("scope", scope).json()).post(DEFINITIONS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope"} | scope.principalScopes
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[],"resourceScopes":[]} | scope.principalScopes
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[{"query":"/users"}]} | scope.resourceScopes
          """)
  void membershipsOfNobodyOrToNothingAreRefused(String scope, String target) {
    refuses(
        missing(target, "at least one accessReviewQueryScope"),
        () -> json(aSeries().with("scope", scope).json()).post(DEFINITIONS));
  }

  @Test
  void membershipsAreNeitherPartOfMembershipsNorAnEnumeration() {
    var memberships = memberships(scope("/users"), scope("/groups"));

    refuses(
        invalid("scope.principalScopes[0].@odata.type", "accessReviewQueryScope"),
        () ->
            json(aSeries().with("scope", memberships(memberships, scope("/groups"))).json())
                .post(DEFINITIONS));
    refuses(
        invalid("scope.resourceScopes[0].@odata.type", "accessReviewQueryScope"),
        () ->
            json(aSeries().with("scope", memberships(scope("/users"), memberships)).json())
                .post(DEFINITIONS));
    refuses(
        invalid("instanceEnumerationScope.@odata.type", "accessReviewQueryScope"),
        () ->
            json(aSeries()
                    .ofScope("./members")
                    .with("instanceEnumerationScope", memberships)
                    .json())
                .post(DEFINITIONS));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"@odata.type":"#microsoft.graph.group","query":"/groups"} | scope.@odata.type | a supported type, got '#microsoft.graph.group'
          {"@odata.type":5,"query":"/groups"}                        | scope.@odata.type | a supported type, got '5'
          {"query":"/groups/{g}/members","queryType":"ARM"}          | scope.queryType   | MicrosoftGraph
          {"query":5}                                                | scope.query       | a string
          {"query":["/groups"]}                                      | scope.query       | a string
          {"query":"/groups/{g}/members","queryRoot":{}}             | scope.queryRoot   | a string
          {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope","query":"/groups/{g}/members","inactiveDuration":"30"} | scope.inactiveDuration | an ISO 8601 duration such as P30D
          {"@odata.type":"#microsoft.graph.accessReviewInactiveUsersQueryScope","query":"/groups/{g}/members","inactiveDuration":30}   | scope.inactiveDuration | an ISO 8601 duration such as P30D
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[null],"resourceScopes":[]}            | scope.principalScopes[0] | an object
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":{},"resourceScopes":[]}                | scope.principalScopes    | a collection
          """,
      quoteCharacter = '`')
  void aScopeOfAnotherShapeIsRefused(String scope, String target, String expected) {
    refuses(
        invalid(target, expected),
        () -> json(aSeries().with("scope", id(scope)).json()).post(DEFINITIONS));
  }

  @Test
  void theOldPagesTypeIsReadForQueryTypeAndAnswersShowItsNewName() {
    var created =
        create(
            aSeries()
                .with(
                    "scope",
                    id("{\"query\":\"/groups/{g}/members\",\"type\":\"MicrosoftGraph\"}")));

    assertThat(created.get("scope"))
        .isEqualTo(
            tree(
                id(
                    "{"
                        + TYPE
                        + "accessReviewQueryScope\",\"query\":\"/groups/{g}/members\","
                        + "\"queryType\":\"MicrosoftGraph\",\"queryRoot\":null}")));
  }

  private static JsonNode create(Series series) {
    return tree(json(series.json()).post(DEFINITIONS).then().statusCode(201).extract().asString());
  }

  private static String memberships(String principals, String resources) {
    return "{%sprincipalResourceMembershipsScope\",\"principalScopes\":[%s],\"resourceScopes\":[%s]}"
        .formatted(TYPE, principals, resources);
  }

  private static String id(String query) {
    return query.replace("{g}", GROUP);
  }
}
