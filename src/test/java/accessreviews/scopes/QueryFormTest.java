package accessreviews.scopes;

import static accessreviews.testing.GraphRefusal.thrownBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import accessreviews.refusal.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every query that Graph documents is known, as scopes-and-reviewers.md numbers them. */
class QueryFormTest {
  private static final String ID = "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3";

  private static final Map<String, List<QueryForm>> PLACES =
      Map.of(
          "SCOPE", QueryForm.SCOPE,
          "ENUMERATION", QueryForm.ENUMERATION,
          "PRINCIPALS", QueryForm.PRINCIPALS,
          "RESOURCES", QueryForm.RESOURCES,
          "REVIEWERS", QueryForm.REVIEWERS,
          "RECIPIENTS", QueryForm.RECIPIENTS);

  @ParameterizedTest(name = "{0} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          S1  | SCOPE | /groups/{id}/transitiveMembers
          S2  | SCOPE | /groups/{id}/transitiveMembers/microsoft.graph.user
          S3  | SCOPE | /groups/{id}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest')
          S3  | SCOPE | /groups/{id}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')
          S3  | SCOPE | /groups/{id}/transitiveMembers/?$filter=(userType eq 'Guest')
          S4  | SCOPE | /groups/{id}/members
          S5  | SCOPE | /groups/{id}/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')
          S6  | SCOPE | ./members/microsoft.graph.user
          S7  | SCOPE | ./members/microsoft.graph.user/?$filter=(userType eq 'Guest')
          S7  | SCOPE | ./members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')
          S8  | SCOPE | /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{id}' and assignmentPolicyId eq '{id}' and catalogId eq '{id}')
          S8  | SCOPE | /identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{id}' and assignmentPolicyId eq '{id}')
          S9  | SCOPE | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.servicePrincipal') and roleDefinitionId eq '{id}')
          S10 | SCOPE | /roleManagement/directory/roleDefinitions/{id}
          S11 | SCOPE | /roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{id}')
          S12 | SCOPE | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(assignmentType eq 'Assigned' and isof(principal,'microsoft.graph.user') and roleDefinitionId eq '{id}')
          S13 | SCOPE | /roleManagement/directory/roleAssignmentAndEligbilitySchedules?$filter=roleDefinitionId eq '{id}'
          S9  | SCOPE | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=isof(principal,microsoft.graph.user) and roleDefinitionId eq '{id}'
          S12 | SCOPE | /roleManagement/directory/roleAssignmentScheduleInstances?$filter=(roleDefinitionId eq '{id}' and (isof(principal,'microsoft.graph.user') and assignmentType eq 'Activated'))&$expand=principal
          E1  | ENUMERATION | /groups/{id}
          E2  | ENUMERATION | /groups?$filter=(groupTypes/any(c:c eq 'Unified'))
          E2  | ENUMERATION | /groups?$filter=(groupTypes/any(c:c+eq+'Unified'))&$count=true
          E3  | ENUMERATION | /groups?$filter=(groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team'))
          E3  | ENUMERATION | /groups?$filter=(groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team')')
          E4  | ENUMERATION | /groups?$filter=(groupTypes/any(c:c+eq+'Unified') and id ne '{id}' and id ne '{id}')&$count=true
          R1  | PRINCIPALS | /users?$filter=(userType eq 'Guest')
          R1  | RESOURCES  | /groups
          R2  | PRINCIPALS | /users
          R2  | RESOURCES  | /groups/{id}/transitiveMembers
          R2  | RESOURCES  | /groups/{id}/transitiveMembers/microsoft.graph.user
          R2  | RESOURCES  | /teams/{id}/channels?$filter=(membershipType eq 'shared')
          R3  | RESOURCES  | /servicePrincipals/{id}
          R4  | RESOURCES  | /roleManagement/directory/roleDefinitions/{id}
          R5  | PRINCIPALS | /v1.0/groups
          R5  | RESOURCES  | /beta/roleManagement/directory/roleDefinitions/{id}
          V2  | REVIEWERS | /users/{id}
          V3  | REVIEWERS | /groups/{id}/transitiveMembers
          V4  | REVIEWERS | /groups/{id}/owners
          V5  | REVIEWERS | /groups/{id}/owners?$filter=microsoft.graph.user/userType eq 'Member' and microsoft.graph.user/country eq 'USA'
          V6  | REVIEWERS | ./owners
          V7  | REVIEWERS | ./manager
          V8  | REVIEWERS | /servicePrincipals/{id}/owners
          N1  | RECIPIENTS | /groups/{id}/members
          N1  | RECIPIENTS | /users/{id}
          """)
  void isKnown(String number, String place, String query) {
    assertThatCode(() -> require(place, query)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SCOPE       | /groups/{id}
          SCOPE       | /groups/not-a-guid/transitiveMembers
          SCOPE       | /groups/{id}/transitiveMembers/microsoft.graph.group
          SCOPE       | /groups/{id}/transitiveMembers?$filter=(userType eq 'Member')
          SCOPE       | /groups/{id}/transitiveMembers?$search=x
          SCOPE       | /groups/{id}/transitiveMembers?$filter=(userType eq 'Guest')&$top=1
          SCOPE       | x/groups/{id}/transitiveMembers
          SCOPE       | /v2.0/groups/{id}/transitiveMembers
          SCOPE       | /groups/{id}/owners
          SCOPE       | /groups/{id}/members?$filter=userType eq 'Guest'&$filter=userType eq 'Guest'
          SCOPE       | /groups/{id}/members?$filter=not (userType eq 'Guest')
          SCOPE       | /groups/{id}/members?$filter=userType ne 'Guest'
          SCOPE       | /roleManagement/directory/roleAssignmentAndEligbilitySchedules
          SCOPE       | /roleManagement/directory/roleAssignmentAndEligbilitySchedules?$filter=roleDefinitionId eq '{id}' and roleDefinitionId eq '{id}'
          SCOPE       | /users
          SCOPE       | ./manager
          SCOPE       | /roleManagement/directory/roleDefinitions
          SCOPE       | /roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'microsoft.graph.device') and roleDefinitionId eq '{id}')
          ENUMERATION | /groups/{id}/members
          ENUMERATION | /groups
          ENUMERATION | /groups?$filter=(groupTypes/any(c:c eq 'DynamicMembership'))
          ENUMERATION | /groups?$filter=(groupTypes/any(c:c eq 'Unified') or id ne '{id}')
          ENUMERATION | /users/{id}
          PRINCIPALS  | /users/{id}
          PRINCIPALS  | ./members
          RESOURCES   | /users
          RESOURCES   | /teams/{id}/channels
          REVIEWERS   | /users
          REVIEWERS   | /users/{id}/manager
          REVIEWERS   | /users/
          REVIEWERS   | /groups/{id}
          REVIEWERS   | /groups/{id}/owners?$filter=microsoft.graph.user/city eq 'Rome'
          REVIEWERS   | ./members
          REVIEWERS   | manager
          REVIEWERS   | /users/%zz
          RECIPIENTS  | /groups/{id}/owners
          RECIPIENTS  | ./manager
          """)
  void isNotKnownThere(String place, String query) {
    var refused = thrownBy(() -> require(place, query));

    assertThat(refused.reason()).isEqualTo(Refusal.QUERY_NOT_SUPPORTED);
    assertThat(refused.target()).isEqualTo("query");
    assertThat(refused.sentence())
        .startsWith(
            "Query %s is not supported. Please pass in one of the following queries : /"
                .formatted(id(query)));
  }

  @Test
  void theRefusalListsWhatCanBeSentInstead() {
    var refused = thrownBy(() -> QueryForm.require(QueryForm.PRINCIPALS, "/devices"));

    assertThat(refused.sentence())
        .isEqualTo(
            "Query /devices is not supported. Please pass in one of the following queries :"
                + " /users, /users?$filter=(userType eq 'Guest'), /groups, /servicePrincipals");
  }

  /** Such a query fits into a body of the largest size; it is read without a stack to match. */
  @Test
  void aQueryOfTenThousandConditionsIsReadLikeAnyOther() {
    var condition = "microsoft.graph.user/userType eq 'Member'";
    var owners = "/groups/{id}/owners?$filter=" + (condition + " and ").repeat(10_000) + condition;
    var others = " and id ne '{id}'".repeat(10_000);
    var groups = "/groups?$filter=(groupTypes/any(c:c eq 'Unified')" + others + ")";

    assertThatCode(() -> require("REVIEWERS", owners)).doesNotThrowAnyException();
    assertThatCode(() -> require("ENUMERATION", groups)).doesNotThrowAnyException();
  }

  private static void require(String place, String query) {
    QueryForm.require(Objects.requireNonNull(PLACES.get(place)), id(query));
  }

  private static String id(String query) {
    return query.replace("{id}", ID);
  }
}
