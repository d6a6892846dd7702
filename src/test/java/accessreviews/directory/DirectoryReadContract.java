package accessreviews.directory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import accessreviews.reviewers.ReviewerScope;
import accessreviews.scopes.InactiveUsersQueryScope;
import accessreviews.scopes.PrincipalResourceMembershipsScope;
import accessreviews.scopes.QueryScope;
import accessreviews.scopes.ResourceType;
import accessreviews.scopes.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.threeten.extra.PeriodDuration;

/** What every directory answers, for the forms that scopes-and-reviewers.md numbers. */
public abstract class DirectoryReadContract extends DirectoryContract {
  private static final String HELD = "p.principal_id, p.membership";

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S1  | /groups/{team}/transitiveMembers | team | ada direct; bob direct,indirect; cyd indirect; dan indirect
          S1  | /groups/{nest}/transitiveMembers | nest | ada indirect; bob direct,indirect; cyd direct; dan indirect
          S1  | /groups/{staff}/transitiveMembers | staff | eve direct
          S1  | /groups/{empty}/transitiveMembers | empty | -
          S1  | /groups/{nobody}/transitiveMembers | nobody | -
          S2  | /groups/{team}/transitiveMembers/microsoft.graph.user | team | ada direct; bob direct,indirect; cyd indirect; dan indirect
          S3  | /groups/{team}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest') | team | bob direct,indirect; cyd indirect
          S4  | /groups/{team}/members | team | ada direct; bob direct; nest direct
          S4  | /groups/{team}/members/microsoft.graph.user | team | ada direct; bob direct
          S5  | /groups/{team}/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest') | team | bob direct,indirect; cyd indirect
          S6  | ./members/microsoft.graph.user | team | ada direct; bob direct
          S6  | /v1.0/groups/{team}/members/microsoft.graph.user | team | ada direct; bob direct
          S7  | ./members/microsoft.graph.user/?$filter=(userType eq 'Guest') | team | bob direct
          S8  | /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{package}' and assignmentPolicyId eq '{policy}' and catalogId eq '{catalog}') | policy | ada direct
          S8  | /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{package}' and assignmentPolicyId eq '{policy}') | policy | ada direct
          S8  | /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{nobody}' and assignmentPolicyId eq '{policy}') | policy | -
          S8  | /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{package}' and assignmentPolicyId eq '{policy}' and catalogId eq '{nobody}') | policy | -
          S9  | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.servicePrincipal') and roleDefinitionId eq '{reader}') | reader | bot direct
          S9  | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.group') and roleDefinitionId eq '{reader}') | reader | other direct
          S10 | /roleManagement/directory/roleDefinitions/{reader} | reader | ada direct; bob direct; cyd direct
          S11 | /roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{reader}') | reader | ada direct; cyd direct
          S12 | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(assignmentType eq 'Assigned' and isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{reader}') | reader | ada direct
          S12 | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(assignmentType eq 'Activated' and isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{reader}') | reader | bob direct
          S13 | /roleManagement/directory/roleAssignmentAndEligbilitySchedules?$filter=roleDefinitionId eq '{reader}' | reader | ada direct; bob direct; cyd direct
          R3  | /servicePrincipals/{wiki}/appRoleAssignedTo | wiki | ada direct; bob direct,indirect; cyd indirect
          """)
  void aQueryFindsPrincipals(String number, String query, String resource, String expected) {
    assertThat(read(directory().principals(scope(query), constant(resource), NOW), HELD))
        .isEqualTo(list(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /groups/{team}/transitiveMembers | team | ada; bob nest (nest); cyd nest (nest); dan deep (deep)
          /groups/{team}/members | team | ada; bob; nest
          /servicePrincipals/{wiki}/appRoleAssignedTo | wiki | ada; bob nest (nest); cyd nest (nest)
          """)
  void indirectAccessNamesItsGroups(String query, String resource, String expected) {
    assertThat(
            read(
                directory().principals(scope(query), constant(resource), NOW),
                "p.principal_id, p.membership_through"))
        .isEqualTo(list(expected));
  }

  @ParameterizedTest(name = "{0} {1} and {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R1 | inactive /users?$filter=(userType eq 'Guest') | /groups | team | bob admins; bob nest; bob rule; bob team; cyd nest; cyd other
          R2 | /users | /groups/{team}/transitiveMembers; /teams/{team}/channels?$filter=(membershipType eq 'shared') | team | ada team; bob team; cyd team; dan team; eve team
          R2 | /users | /teams/{team}/channels?$filter=(membershipType eq 'shared') | team | ada team; eve team
          -  | /users; /groups; /servicePrincipals | /groups/{team} | team | ada team; bob team; bot team; nest team
          -  | /groups | /groups/{team}/transitiveMembers | team | deep team; nest team
          -  | /groups | /groups/{team}/members/microsoft.graph.user | team | -
          R3 | /users | /servicePrincipals/{wiki} | wiki | ada wiki; bob wiki; cyd wiki
          R3 | /groups; /servicePrincipals | /servicePrincipals/{wiki} | wiki | bot wiki; nest wiki
          R4 | /users?$filter=(userType eq 'Guest') | /roleManagement/directory/roleDefinitions/{reader} | reader | bob reader; cyd reader
          R5 | /users; /groups | /beta/roleManagement/directory/roleDefinitions/{reader} | reader | ada reader; bob reader; cyd reader; other reader
          R5 | inactive /users; /groups | /beta/roleManagement/directory/roleDefinitions/{reader} | reader | bob reader; cyd reader; other reader
          """)
  void principalsAndResourcesFindPrincipalsOfEachResource(
      String number, String principals, String resources, String resource, String expected) {
    var scope = new PrincipalResourceMembershipsScope(scopes(principals), scopes(resources));

    assertThat(
            read(
                directory().principals(scope, constant(resource), NOW),
                "p.principal_id, p.resource_id"))
        .isEqualTo(list(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /groups/{team}/transitiveMembers | other cyd direct; other eve direct; team ada direct; team bob direct,indirect; team cyd indirect; team dan indirect
          inactive /groups/{team}/transitiveMembers | other cyd direct; team bob direct,indirect; team cyd indirect; team dan indirect
          ./members | other cyd direct; other eve direct; team ada direct; team bob direct; team nest direct
          ./members/microsoft.graph.user | other cyd direct; other eve direct; team ada direct; team bob direct
          ./members/microsoft.graph.user?$filter=(userType eq 'Guest') | other cyd direct; team bob direct
          inactive ./members/microsoft.graph.user | other cyd direct; team bob direct
          """)
  void oneAnswerIsForManyResources(String query, String expected) {
    var answer = directory().principals(scope(query), "u.resource_id", NOW);

    assertThat(readForEach("team", "other", answer, "p.resource_id, " + HELD))
        .isEqualTo(list(expected));
  }

  @Test
  void principalsHaveWhatDecisionsShow() {
    var columns =
        """
        p.principal_type, p.display_name, p.user_principal_name, p.app_id, p.manager_id,
        p.last_sign_in_date_time at time zone 'UTC',
        p.resource_sign_in_date_time at time zone 'UTC', p.resource_id""";

    assertThat(read(principals("/servicePrincipals/{wiki}/appRoleAssignedTo", "wiki"), columns))
        .containsExactly(
            "user ada ada@contoso.com mia 2026-01-01 00:00:00 2025-12-01 00:00:00 wiki",
            "user bob bob@contoso.com 2025-10-01 00:00:00 wiki",
            "user cyd cyd@contoso.com wiki");
    assertThat(read(principals("/groups/{team}/members", "team"), columns))
        .contains("group nest team");
    assertThat(
            read(
                principals(
                    "/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.servicePrincipal')"
                        + " and roleDefinitionId eq '{reader}')",
                    "reader"),
                columns))
        .containsExactly("servicePrincipal bot botapp reader");
  }

  private DirectoryRows principals(String query, String resource) {
    return directory().principals(scope(query), constant(resource), NOW);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          E1 | /groups/{team} | ./members/microsoft.graph.user | team
          E1 | /groups/{team} | /groups/{team}/transitiveMembers | team
          E1 | /groups/{empty} | ./members/microsoft.graph.user | -
          E1 | /groups/{rule} | ./members/microsoft.graph.user | -
          E2 | /groups?$filter=(groupTypes/any(c:c eq 'Unified')) | ./members/microsoft.graph.user | other; staff; team
          E2 | /groups?$filter=(groupTypes/any(c:c eq 'Unified')) | ./members/microsoft.graph.user?$filter=(userType eq 'Guest') | other; team
          E2 | /groups?$filter=(groupTypes/any(c:c eq 'Unified')) | inactive ./members/microsoft.graph.user | other; team
          E3 | /groups?$filter=(groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team')') | ./members | team
          E4 | /groups?$filter=(groupTypes/any(c:c+eq+'Unified') and id ne '{team}' and id ne '{staff}')&$count=true | ./members | other
          """)
  void anEnumerationFindsTheGroupsWithSomebodyInThem(
      String number, String enumeration, String query, String expected) {
    assertThat(read(directory().groups(scope(enumeration), scope(query), NOW), "p.id"))
        .containsExactlyInAnyOrderElementsOf(list(expected));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          V2 | /users/{ada} | team | ada ada ada@contoso.com
          V2 | /users/{nobody} | team | nobody
          V3 | /groups/{team}/transitiveMembers | other | ada ada ada@contoso.com; bob bob bob@contoso.com; cyd cyd cyd@contoso.com; dan dan dan@contoso.com
          V3 | /groups/{staff}/transitiveMembers/microsoft.graph.user | other | eve eve eve@contoso.com
          -  | /groups/{team}/members | other | ada ada ada@contoso.com; bob bob bob@contoso.com
          V4 | /groups/{team}/owners | other | ada ada ada@contoso.com; dan dan dan@contoso.com
          V4 | /groups/{wiki}/owners | other | -
          V5 | /groups/{team}/owners?$filter=microsoft.graph.user/userType eq 'Member' and microsoft.graph.user/country eq 'us' | other | dan dan dan@contoso.com
          V5 | /groups/{team}/owners?$filter=microsoft.graph.user/userType eq 'Guest' | other | -
          V5 | /groups/{team}/owners?$filter=microsoft.graph.user/country eq 'US' and microsoft.graph.user/country eq 'IT' | other | -
          V6 | ./owners | team | ada ada ada@contoso.com; dan dan dan@contoso.com
          V6 | ./owners | wiki | -
          V6 | ./owners | staff | -
          V8 | /servicePrincipals/{wiki}/owners | team | bob bob bob@contoso.com
          V8 | /servicePrincipals/{team}/owners | team | -
          """)
  void reviewersAreUsers(String number, String query, String resource, String expected) {
    var answer = directory().reviewers(List.of(reviewers(query)), constant(resource));

    assertThat(read(answer, "p.user_id, p.display_name, p.user_principal_name"))
        .isEqualTo(list(expected));
  }

  /** A value is decoded once, and compared in any case as the database compares. */
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          R&D    | R%26D      | found
          r&d    | R%26D      | found
          100%   | 100%25     | found
          A+B    | A%2BB      | found
          A B    | A%2BB      | -
          A B    | A+B        | found
          a%26b  | a%2526b    | found
          a#b?c  | a%23b%3Fc  | found
          O'Neil | O''Neil    | found
          ΑΣ     | ασ         | found
          ΑΣ     | ΑΣ         | found
          İ      | İ          | found
          """)
  void aValueOfAQueryIsReadOnce(String country, String sent, String expected) {
    organisation().user(id("found"), "found", null, Set.of(country));
    organisation().owner(id("team"), id("found"));
    var query = "/groups/{team}/owners?$filter=microsoft.graph.user/country eq '" + sent + "'";

    var answer = directory().reviewers(List.of(reviewers(query)), constant("other"));

    assertThat(read(answer, "p.user_id")).isEqualTo(list(expected));
  }

  @Test
  void ownersAreThoseOfEachResource() {
    var answer = directory().reviewers(List.of(reviewers("./owners")), "u.resource_id");

    assertThat(readForEach("team", "other", answer, "u.resource_id, p.user_id"))
        .containsExactly("other eve", "team ada", "team dan");
  }

  @Test
  void managersAreAskedOfPrincipals() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> directory().reviewers(List.of(reviewers("./manager")), constant("team")));
  }

  @Test
  void allUsersAreThere() {
    assertThat(read(directory().users(), "p.user_id, p.display_name, p.user_principal_name"))
        .contains("dan dan dan@contoso.com")
        .hasSize(6);
  }

  @ParameterizedTest
  @EnumSource
  void whatThereIsIsKnown(ResourceType type) {
    assertThat(directory().knows(type)).isTrue();
    assertThat(read(directory().resources(type), "p.id, p.display_name, p.app_id"))
        .containsAll(
            switch (type) {
              case group -> List.of("team team", "security security");
              case servicePrincipal -> List.of("bot bot botapp", "wiki wiki wikiapp");
              case directoryRole -> List.of("reader Global Reader");
              case accessPackageAssignmentPolicy -> List.of("policies Policy", "policy Policy");
            });
  }

  protected static ReviewerScope reviewers(String query) {
    return new ReviewerScope(
        ids(query), "MicrosoftGraph", query.equals("./manager") ? "decisions" : null);
  }

  private static List<Scope> scopes(String queries) {
    return Arrays.stream(queries.split("; ", -1)).map(DirectoryReadContract::scope).toList();
  }

  /** A query; {@code inactive} before it means for thirty days. */
  private static Scope scope(String query) {
    var inactive = "inactive ";
    return query.startsWith(inactive)
        ? new InactiveUsersQueryScope(
            ids(query.substring(inactive.length())),
            "MicrosoftGraph",
            null,
            PeriodDuration.parse("P30D"))
        : new QueryScope(ids(query), "MicrosoftGraph", null);
  }

  private static List<String> list(String text) {
    return text.equals("-") ? List.of() : List.of(text.split("; ", -1));
  }
}
