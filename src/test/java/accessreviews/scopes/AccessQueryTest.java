package accessreviews.scopes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.threeten.extra.PeriodDuration;

/** What every form of scope asks for, as scopes-and-reviewers.md numbers them. */
class AccessQueryTest {
  private static final String ID = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";
  private static final String OTHER = "02f3bafb-448c-487c-88c2-5fd65ce49a41";

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S1  | /groups/{id}/transitiveMembers | group id | DIRECT NESTED | users
          S1  | /v1.0/Groups('{ID}')/transitivemembers | group id | DIRECT NESTED | users
          S2  | /groups/{id}/transitiveMembers/microsoft.graph.user | group id | DIRECT NESTED | users
          S3  | /groups/{id}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest') | group id | DIRECT NESTED | guests
          S3  | /groups/{id}/transitiveMembers/?$count=true&$filter=(userType+eq+'guest') | group id | DIRECT NESTED | guests
          S4  | /groups/{id}/members | group id | DIRECT | users, groups
          S4  | /groups/{id}/members/microsoft.graph.user | group id | DIRECT | users
          S4  | /groups/{id}/members?$filter=(userType eq 'Guest') | group id | DIRECT | guests
          S5  | /groups/{id}/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest') | group id | DIRECT NESTED | guests
          S6  | ./members/microsoft.graph.user | group - | DIRECT | users
          S6  | ./members | group - | DIRECT | users, groups
          S6  | /v1.0/groups/{id}/members/microsoft.graph.user | group id | DIRECT | users
          S7  | ./members/microsoft.graph.user/?$filter=(userType eq 'Guest') | group - | DIRECT | guests
          S7  | /v1.0/groups/{id}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest') | group id | DIRECT | guests
          S8  | /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{other}' and assignmentPolicyId eq '{id}' and catalogId eq '{other}') | accessPackageAssignmentPolicy id | package other catalog other | users
          S8  | /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{other}' and assignmentPolicyId eq '{id}') | accessPackageAssignmentPolicy id | package other catalog - | users
          S9  | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.servicePrincipal') and roleDefinitionId eq '{id}') | directoryRole id | active | servicePrincipals
          S9  | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,microsoft.graph.group) and roleDefinitionId eq '{id}') | directoryRole id | active | groups
          S10 | /beta/roleManagement/directory/roleDefinitions/{id} | directoryRole id | active eligible | users
          S11 | /roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{id}') | directoryRole id | eligible | users
          S12 | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(assignmentType eq 'Assigned' and isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{id}') | directoryRole id | active Assigned | users
          S12 | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(assignmentType eq 'Activated' and isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{id}') | directoryRole id | active Activated | users
          S13 | /roleManagement/directory/roleAssignmentAndEligbilitySchedules?$filter=roleDefinitionId eq '{id}' | directoryRole id | active eligible | users
          R3  | /servicePrincipals/{id}/appRoleAssignedTo | servicePrincipal id | app | users
          """)
  void ofAQuery(String number, String query, String resource, String holding, String principals) {
    assertAsks(query(query), resource, holding, principals);
  }

  @ParameterizedTest(name = "{0} {1} and {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R1 | /users?$filter=(userType eq 'Guest') | /groups | group - | any group | guests
          R2 | /users | /groups/{id}/transitiveMembers; /teams/{id}/channels?$filter=(membershipType eq 'shared') | group id | DIRECT NESTED SHARED_CHANNEL | users
          R2 | /users; /groups | /groups/{id}/transitiveMembers/microsoft.graph.user; /teams/{id}/channels?$filter=(membershipType eq 'shared') | group id | DIRECT NESTED SHARED_CHANNEL | users
          R2 | /users | /teams/{id}/channels?$filter=(membershipType eq 'shared') | group id | SHARED_CHANNEL | users
          -  | /v1.0/users?$filter=userType eq 'Guest' | /v1.0/groups/{id}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest'); /beta/teams/{id}/channels?$filter=membershipType eq 'shared' | group id | DIRECT NESTED SHARED_CHANNEL | guests
          -  | /users; /groups | /groups/{id}/members/microsoft.graph.user?$filter=userType eq 'Guest' | group id | DIRECT | guests
          -  | /users; /groups | /groups/{id}/members?$filter=(userType eq 'Guest') | group id | DIRECT | guests
          -  | /users; /groups | /groups/{id} | group id | DIRECT | users, groups
          -  | /groups | /groups/{id}/members | group id | DIRECT | groups
          -  | /groups | /groups/{id}/members/microsoft.graph.user | group id | DIRECT | -
          R3 | /users; /servicePrincipals | /servicePrincipals/{id} | servicePrincipal id | app | users, servicePrincipals
          R4 | /users?$filter=(userType eq 'Guest') | /roleManagement/directory/roleDefinitions/{id} | directoryRole id | active eligible | guests
          R5 | /v1.0/users; /v1.0/groups; /users | /beta/roleManagement/directory/roleDefinitions/{id} | directoryRole id | active eligible | users, groups
          """)
  void ofPrincipalsAndResources(
      String number,
      String principalScopes,
      String resourceScopes,
      String resource,
      String holding,
      String principals) {
    var scope =
        new PrincipalResourceMembershipsScope(queries(principalScopes), queries(resourceScopes));

    assertAsks(scope, resource, holding, principals);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /groups/{id}/transitiveMembers | inactive users
          /groups/{id}/members | inactive users
          ./members/microsoft.graph.user?$filter=userType eq 'Guest' | inactive guests
          """)
  void onlyUsersAreInactive(String query, String principals) {
    assertThat(text(AccessQuery.of(inactive(query)).principals())).isEqualTo(principals);
  }

  @Test
  void principalsMayBeInactiveOneByOne() {
    var scope =
        new PrincipalResourceMembershipsScope(
            List.of(
                inactive("/users?$filter=(userType eq 'Guest')"),
                inactive("/groups"),
                query("/users")),
            List.of(query("/groups")));

    assertThat(text(AccessQuery.of(scope).principals())).isEqualTo("inactive guests, users");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/devices/{id}", "/users", "no query'"})
  void otherQueriesAskForNoAccess(String query) {
    assertThatIllegalArgumentException().isThrownBy(() -> AccessQuery.of(query(query)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /groups/{ID} | id - -
          /groups?$filter=(groupTypes/any(c:c eq 'Unified')) | - - -
          /groups?$filter=(groupTypes/any(c:c+eq+'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team')')&$count=true | - teams -
          /groups?$filter=(groupTypes/any(c:c+eq+'Unified') and id ne '{id}' and id ne '{id}')&$count=true | - - id
          """)
  void ofAnEnumeration(String query, String asked) {
    var groups = GroupsQuery.of(query(query));

    assertThat(
            "%s %s %s"
                .formatted(
                    groups.group().map(AccessQueryTest::name).orElse("-"),
                    groups.teamsOnly() ? "teams" : "-",
                    groups.except().stream().map(AccessQueryTest::name).findFirst().orElse("-")))
        .isEqualTo(asked);
  }

  private static void assertAsks(Scope scope, String resource, String holding, String principals) {
    var asked = AccessQuery.of(scope);
    assertThat(asked.type() + " " + asked.resource().map(AccessQueryTest::name).orElse("-"))
        .isEqualTo(resource);
    assertThat(text(asked.holding())).isEqualTo(holding);
    assertThat(text(asked.principals())).isEqualTo(principals);
  }

  private static String text(Holding holding) {
    return switch (holding) {
      case Holding.AnyGroup any -> "any group";
      case Holding.AppAssignment app -> "app";
      case Holding.Membership(var ways) ->
          String.join(" ", ways.stream().sorted().map(Enum::name).toList());
      case Holding.Role(var active, var eligible, var type) ->
          "%s %s %s"
              .formatted(
                  active ? "active" : "",
                  eligible ? "eligible" : "",
                  type.map(Enum::name).orElse(""))
              .replaceAll(" +", " ")
              .strip();
      case Holding.AccessPackage(var id, var catalog) ->
          "package %s catalog %s"
              .formatted(name(id), catalog.map(AccessQueryTest::name).orElse("-"));
    };
  }

  private static String text(List<Principals> principals) {
    return principals.isEmpty()
        ? "-"
        : String.join(", ", principals.stream().map(AccessQueryTest::text).toList());
  }

  private static String text(Principals some) {
    var inactive =
        some.inactiveFor().equals(Optional.of(PeriodDuration.parse("P30D"))) ? "inactive " : "";
    return inactive + (some.guestsOnly() ? "guests" : some.kind() + "s");
  }

  private static String name(UUID id) {
    return id.toString().equals(ID) ? "id" : "other";
  }

  private static List<Scope> queries(String queries) {
    return Arrays.stream(queries.split("; ", -1)).map(AccessQueryTest::query).toList();
  }

  private static Scope query(String query) {
    return new QueryScope(ids(query), "MicrosoftGraph", null);
  }

  private static Scope inactive(String query) {
    return new InactiveUsersQueryScope(
        ids(query), "MicrosoftGraph", null, PeriodDuration.parse("P30D"));
  }

  private static String ids(String query) {
    return query
        .replace("{id}", ID)
        .replace("{ID}", ID.toUpperCase(Locale.ROOT))
        .replace("{other}", OTHER);
  }
}
