package accessreviews.scopes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The freedom of spelling a query has, and the spelling in which it is read back. */
class GraphQueryTest {
  private static final String GROUP = "02f3bafb-448c-487c-88c2-5fd65ce49a41";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /users/{g}                 | /v1.0/users/{g}
          /users/{g}                 | /beta/users/{g}
          /users/{g}                 | V1.0/Users/{G}
          /users/{g}                 | users/{g}
          /users/{g}                 | /users/{g}/
          /users/{g}                 | "  /users/{g} "
          ./manager                  | ./manager/
          ./manager                  | " ./manager"
          /groups/{g}/members        | /groups/{g}/members?$count=true
          /groups?$filter=(a eq 'b') | /groups/?$filter=(a eq 'b')
          /groups?$filter=(a eq 'b') | /v1.0/groups?$filter=(a eq 'b')&$count=true
          /groups?$filter=(a eq 'b') | /v1.0/groups?$count=true&$filter=(a eq 'b')
          /groups?$filter=(a eq 'b') | /groups?$filter=(a+eq+'b')
          /groups?$filter=(a eq 'b') | /groups?$filter=(a%20eq%20'b')
          /groups?$filter=(a eq 'b') | /groups?$filter=(a  eq   'b')
          /groups?$filter=(a eq 'b') | /groups?$filter=a eq 'b'
          /groups/{g}/members        | /groups('{g}')/members
          /groups?$filter=(x/any(y:y eq 'Team')) | /groups?$filter=(x/Any(y:y eq 'Team')')
          """)
  void oneQuestionInTwoSpellingsIsTheSame(String query, String otherSpelling) {
    assertThat(canonical(otherSpelling)).isEqualTo(canonical(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /users/{g}                    | /groups/{g}
          /groups/{g}/members           | /groups/{g}/transitiveMembers
          /groups/{g}/transitiveMembers | /groups/{g}/transitiveMembers/microsoft.graph.user
          /groups/{g}/members           | ./members
          /groups?$filter=(a eq 'b')    | /groups?$filter=(a eq 'c')
          /groups?$filter=(a eq 'b')    | /groups
          /v1.0users/{g}                | /users/{g}
          """)
  void differentQuestionsStayDifferent(String one, String other) {
    assertThat(canonical(one)).isNotEqualTo(canonical(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          /users/{g}                    | /v1.0/users/{g}
          users/{g}                     | /v1.0/users/{g}
          "  /users/{g} "               | /v1.0/users/{g}
          /groups/{g}/transitiveMembers | /v1.0/groups/{g}/transitiveMembers
          /v1.0/users/{g}               | /v1.0/users/{g}
          /beta/users/{g}               | /beta/users/{g}
          ./manager                     | ./manager
          ./owners                      | ./owners
          /roleManagement/directory/roleDefinitions/{g} | /beta/roleManagement/directory/roleDefinitions/{g}
          /rolemanagement/directory/roleDefinitions/{g} | /beta/rolemanagement/directory/roleDefinitions/{g}
          /v1.0/roleManagement/directory/roleDefinitions/{g} | /v1.0/roleManagement/directory/roleDefinitions/{g}
          /groups/{g}/owners?$filter=microsoft.graph.user/userType eq 'Member' | /v1.0/groups/{g}/owners?$filter=microsoft.graph.user/userType eq 'Member'
          """)
  void reviewersAreReadBackWithTheirServiceRoot(String sent, String readBack) {
    assertThat(new GraphQuery(id(sent)).rooted()).isEqualTo(id(readBack));
  }

  /** Table of protocol.md, section 8. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /groups/{g}/transitiveMembers | /v1.0/groups/{g}/transitiveMembers
          /users                        | /v1.0/users
          /groups                       | /v1.0/groups
          /groups/{g}                   | /v1.0/groups/{g}
          /groups/{g}/transitiveMembers/microsoft.graph.user/?$filter=(userType eq 'Guest') | /v1.0/groups/{g}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')
          /groups/{g}/transitiveMembers/microsoft.graph.user/?$filter=(userType+eq+'Guest') | /v1.0/groups/{g}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType+eq+'Guest')
          /groups/{g}/transitiveMembers/microsoft.graph.user/?$filter=(userType%20eq%20'Guest') | /v1.0/groups/{g}/transitiveMembers/microsoft.graph.user/?$count=true&$filter=(userType%20eq%20'Guest')
          /groups/{g}/transitiveMembers/?$filter=(userType eq 'Guest') | /v1.0/groups/{g}/transitiveMembers/?$count=true&$filter=(userType eq 'Guest')
          /v1.0/groups/{g}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest') | /v1.0/groups/{g}/members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')
          ./members/microsoft.graph.user | ./members/microsoft.graph.user
          ./members/microsoft.graph.user/?$filter=(userType eq 'Guest') | ./members/microsoft.graph.user/?$count=true&$filter=(userType eq 'Guest')
          /roleManagement/directory/roleDefinitions/{g} | /beta/roleManagement/directory/roleDefinitions/{g}
          /groups?$filter=(groupTypes/any(c:c eq 'Unified')) | /v1.0/groups?$filter=(groupTypes/any(c:c eq 'Unified'))&$count=true
          /groups?$filter=(groupTypes/any(c:c+eq+'Unified'))&$count=true | /v1.0/groups?$filter=(groupTypes/any(c:c+eq+'Unified'))&$count=true
          /groups?$filter=(groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team')') | /v1.0/groups?$filter=(groupTypes/any(c:c eq 'Unified') and resourceProvisioningOptions/Any(x:x eq 'Team'))&$count=true
          """)
  void scopesAreReadBackRootedAndCounted(String sent, String readBack) {
    assertThat(new GraphQuery(id(sent)).counted()).isEqualTo(id(readBack));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/groups/{g}/transitiveMembers",
        "./members/microsoft.graph.user/?$filter=(userType eq 'Guest')",
        "/groups?$filter=(groupTypes/any(c:c eq 'Unified'))",
        "/groups?$filter=(resourceProvisioningOptions/Any(x:x eq 'Team')')",
        "/roleManagement/directory/roleDefinitions/{g}",
        " users/{g}/ "
      })
  void whatIsReadBackMeansWhatWasSentAndIsReadBackTheSameAgain(String sent) {
    var readBack = new GraphQuery(id(sent)).counted();

    assertThat(canonical(readBack)).isEqualTo(canonical(id(sent)));
    assertThat(new GraphQuery(readBack).counted()).isEqualTo(readBack);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          /groups/{g}                        | {g}
          /groups/{G}/members                | {g}
          /v1.0/groups/{g}/transitiveMembers | {g}
          /groups/{g}/?$count=true           | {g}
          /groups/{g}x                       | -
          /groups                            | -
          /teams/{g}                         | -
          ./members                          | -
          /groups?$filter=id ne '{g}'        | -
          """)
  void aQueryThatStartsAtAGroupNamesIt(String query, String group) {
    assertThat(new GraphQuery(id(query)).group().orElse(null))
        .isEqualTo(group == null ? null : GROUP);
  }

  @Test
  void aRelativeQueryIsAppendedToItsGroupAndAnyOtherStaysAsItIs() {
    assertThat(new GraphQuery("./members/microsoft.graph.user").within(GROUP))
        .isEqualTo("/v1.0/groups/" + GROUP + "/members/microsoft.graph.user");
    assertThat(new GraphQuery("/groups/x/members").within(GROUP)).isEqualTo("/groups/x/members");
  }

  private static String canonical(String query) {
    return new GraphQuery(id(query)).canonical();
  }

  private static String id(String query) {
    return query.replace("{g}", GROUP).replace("{G}", GROUP.toUpperCase(Locale.ROOT));
  }
}
