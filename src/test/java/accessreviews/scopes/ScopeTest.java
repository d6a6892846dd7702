package accessreviews.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.odata.bodies.GraphJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.PeriodDuration;

/** Scopes as JSON, and when two of them mean the same. */
class ScopeTest {
  private static final String GROUP = "02f3bafb-448c-487c-88c2-5fd65ce49a41";
  private static final ObjectMapper JSON = GraphJson.configure(new ObjectMapper());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"@odata.type\":\"#microsoft.graph.accessReviewQueryScope\",\"query\":\"/users\"}",
        "{\"@odata.type\":\"microsoft.graph.accessReviewQueryScope\",\"query\":\"/users\"}",
        "{\"@odata.type\":\"#microsoft.graph.accessreviewqueryscope\",\"query\":\"/users\"}",
        "{\"query\":\"/users\"}",
        "{\"query\":\"/users\",\"queryType\":\"MicrosoftGraph\",\"queryRoot\":null}",
        "{\"query\":\"/users\",\"queryType\":\"microsoftgraph\"}",
        "{\"query\":\"/users\",\"type\":\"MicrosoftGraph\"}",
        "{\"query\":\"/users\",\"unknown\":{\"a\":[1]}}"
      })
  void aQueryScopeIsReadHoweverItsTypeIsSpelled(String json) throws JsonProcessingException {
    assertThat(read(json)).isEqualTo(query("/users"));
  }

  @Test
  void aQueryScopeIsWrittenWithTypeAndEveryMember() throws JsonProcessingException {
    assertThat(JSON.writeValueAsString(query("/users")))
        .isEqualTo(
            "{\"@odata.type\":\"#microsoft.graph.accessReviewQueryScope\",\"query\":\"/users\","
                + "\"queryType\":\"MicrosoftGraph\",\"queryRoot\":null}");
  }

  @Test
  void inactiveUsersAreInactiveForNoTimeUnlessTheDurationIsGiven() throws JsonProcessingException {
    var type = "{\"@odata.type\":\"#microsoft.graph.accessReviewInactiveUsersQueryScope\",";

    assertThat(read(type + "\"query\":\"/users\"}"))
        .isEqualTo(inactive("/users", PeriodDuration.ZERO));
    assertThat(read(type + "\"query\":\"/users\",\"inactiveDuration\":\"P30D\"}"))
        .isEqualTo(inactive("/users", PeriodDuration.parse("P30D")));
    assertThat(JSON.writeValueAsString(read(type + "\"query\":\"/users\"}")))
        .contains("\"inactiveDuration\":\"PT0S\"");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /groups/{g}/members | /v1.0/groups/{g}/members             | true
          /groups/{g}/members | /groups/{g}/transitiveMembers        | false
          ./members           | ./members                            | true
          ./members           | /groups/{g}/members                  | false
          """)
  void queryScopesMeanTheSameWhenTheirQueriesAskTheSame(
      String one, String other, boolean expected) {
    assertThat(query(id(one)).means(query(id(other)))).isEqualTo(expected);
  }

  @Test
  void inactiveUsersAreNotAllUsersNorThoseOfAnotherDuration() {
    var month = inactive("/users", PeriodDuration.parse("P30D"));

    assertThat(month.means(inactive("/v1.0/users", PeriodDuration.parse("P30D")))).isTrue();
    assertThat(month.means(inactive("/users", PeriodDuration.parse("P60D")))).isFalse();
    assertThat(month.means(query("/users"))).isFalse();
  }

  @Test
  void membershipsMeanTheSameWhenAllTheirScopesDo() {
    var users = memberships(List.of(query("/users")), List.of(query("/groups")));

    assertThat(users.means(memberships(List.of(query("/v1.0/users")), List.of(query("/groups/")))))
        .isTrue();
    assertThat(users.means(memberships(List.of(query("/groups")), List.of(query("/groups")))))
        .isFalse();
    assertThat(
            users.means(
                memberships(
                    List.of(query("/users")),
                    List.of(query("/groups"), query("/groups/" + GROUP)))))
        .isFalse();
  }

  @Test
  void everyScopeWithinMembershipsIsReadBackWithItsServiceRoot() {
    var sent =
        memberships(
            List.of(query("/users"), inactive("/groups", PeriodDuration.parse("P30D"))),
            List.of(query("/roleManagement/directory/roleDefinitions/" + GROUP)));

    assertThat(sent.readBack())
        .isEqualTo(
            memberships(
                List.of(
                    query("/v1.0/users"), inactive("/v1.0/groups", PeriodDuration.parse("P30D"))),
                List.of(query("/beta/roleManagement/directory/roleDefinitions/" + GROUP))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          assignments?$filter=accessPackage/id eq '{g}' and assignmentPolicy/id eq '{g}'   | (accessPackage/id eq '{g}' and assignmentPolicy/id eq '{g}') | accessPackageAssignments?$filter=(accessPackageId eq '{g}' and assignmentPolicyId eq '{g}')
          assignments?$filter=(accessPackage/id eq '{g}' and assignmentPolicy/id eq '{g}') | (accessPackage/id eq '{g}' and assignmentPolicy/id eq '{g}') | accessPackageAssignments?$filter=accessPackageId eq '{g}' and assignmentPolicyId eq '{g}'
          assignments?$filter=accessPackage/id eq '{g}' and assignmentPolicy/id eq '{g}' and catalog/id eq '{g}' | (accessPackage/id eq '{g}' and assignmentPolicy/id eq '{g}' and catalog/id eq '{g}') | accessPackageAssignments?$filter=(accessPackageId eq '{g}' and assignmentPolicyId eq '{g}' and catalogId eq '{g}')
          """)
  void anAccessPackageHasTwoSpellings(String v1, String readBack, String beta) {
    var packages = "/identityGovernance/entitlementManagement/";
    var one = query(packages + id(v1));
    var other = query(packages + id(beta));

    QueryForm.require(QueryForm.SCOPE, packages + id(v1));
    assertThat(one.readBack())
        .isEqualTo(query("/v1.0" + packages + "assignments?$filter=" + id(readBack)));
    assertThat(one.readBack().readBack()).isEqualTo(one.readBack());
    assertThat(one.means(other)).isTrue();
    assertThat(AccessQuery.of(one)).isEqualTo(AccessQuery.of(other));
    assertThat(one.isSpelledForBeta()).isFalse();
    assertThat(other.isSpelledForBeta()).isTrue();
    assertThat(one.searchedQuery().orElse(""))
        .contains("accessPackageAssignments", "/assignments?");
    assertThat(other.readBack()).isEqualTo(query("/v1.0" + packages + id(beta)));
  }

  @Test
  void aScopeOnOneGroupNamesItAsItsEnumeration() {
    var group = query("/groups/" + GROUP);

    assertThat(query("/v1.0/groups/" + GROUP + "/members").reviewedGroup()).contains(group);
    assertThat(inactive("/groups/" + GROUP + "/members", PeriodDuration.ZERO).reviewedGroup())
        .contains(group);
    assertThat(query("./members").reviewedGroup()).isEmpty();
    assertThat(memberships(List.of(query("/users")), List.of(group)).reviewedGroup()).isEmpty();
  }

  @Test
  void aRelativeScopeBecomesThatOfAGroup() {
    assertThat(query("./members").within(GROUP))
        .isEqualTo(query("/v1.0/groups/" + GROUP + "/members"));
    assertThat(inactive("./members", PeriodDuration.parse("P1D")).within(GROUP))
        .isEqualTo(inactive("/v1.0/groups/" + GROUP + "/members", PeriodDuration.parse("P1D")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"queryType":"MicrosoftGraph"}    | The property 'query' is required
          {"query":" "}                     | The property 'query' is required
          {"query":"/x","queryType":"ARM"}  | 'queryType' is not valid: expected MicrosoftGraph
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","resourceScopes":[{"query":"/groups"}]} | The property 'principalScopes' is required
          {"@odata.type":"#microsoft.graph.principalResourceMembershipsScope","principalScopes":[{"query":"/users"}],"resourceScopes":[]} | The property 'resourceScopes' is required
          {"@odata.type":"#microsoft.graph.group","query":"/groups"} | #microsoft.graph.group
          """)
  void aScopeThatSaysNotWhatIsReviewedIsRefused(String json, String says) {
    assertThatThrownBy(() -> read(json)).hasMessageContaining(says);
  }

  private static Scope query(String query) {
    return new QueryScope(query, "MicrosoftGraph", null);
  }

  private static Scope inactive(String query, PeriodDuration duration) {
    return new InactiveUsersQueryScope(query, "MicrosoftGraph", null, duration);
  }

  private static Scope memberships(List<Scope> principals, List<Scope> resources) {
    return new PrincipalResourceMembershipsScope(principals, resources);
  }

  private static Scope read(String json) throws JsonProcessingException {
    return JSON.readValue(json, Scope.class);
  }

  private static String id(String query) {
    return query.replace("{g}", GROUP);
  }
}
