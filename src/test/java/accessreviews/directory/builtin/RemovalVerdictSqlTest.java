package accessreviews.directory.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.sql.SqlTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a removal: of several reasons against it the first one counts. */
class RemovalVerdictSqlTest extends SqlTest {
  @ParameterizedTest(name = "principal {0}, resource {1}, direct {2}, through a group {3}: {4}")
  @CsvSource(
      textBlock =
          """
          true, true, true, true, removed
          true, true, true, false, removed
          true, true, false, true, through group
          true, true, false, false, no access
          true, false, true, true, no resource
          true, false, false, false, no resource
          false, true, true, true, no principal
          false, false, false, false, no principal
          """)
  void accessIsRemovedWhereItIsDirect(
      boolean principal, boolean resource, boolean direct, boolean through, String verdict) {
    assertThat(
            rows.strings(
                "select directory_removal_verdict(?, ?, ?, ?)",
                principal,
                resource,
                direct,
                through))
        .containsExactly(verdict);
    assertThat(ofGroup(principal, resource, direct, through, false, "", false))
        .as("a group without traits is like any other resource")
        .isEqualTo(verdict);
  }

  @ParameterizedTest(name = "direct {0}, synced {1}, {2}, mail {3}: {4}")
  @CsvSource(
      textBlock =
          """
          true, false, '',                        false, removed
          true, false, 'Unified',                 false, removed
          true, false, 'Unified',                 true, removed
          true, false, '',                        true, mail
          true, false, 'DynamicMembership',       false, dynamic
          true, false, 'DynamicMembership',       true, dynamic
          true, false, 'Unified,DynamicMembership', true, dynamic
          true, true, '',                        false, synced
          true, true, 'DynamicMembership',       true, synced
          false, true, '',                        false, no access
          false, false, 'DynamicMembership',       false, no access
          false, false, '',                        true, no access
          """)
  void membersOfSomeGroupsAreManagedElsewhere(
      boolean direct, boolean synced, String types, boolean mail, String verdict) {
    assertThat(ofGroup(true, true, direct, false, synced, types, mail)).isEqualTo(verdict);
  }

  @Test
  void everyVerdictMeansSomethingToCallers() {
    assertThat(
            rows.strings(
                """
                select concat_ws(': ', verdict, apply_result, apply_description)
                from directory_removal_result order by 1"""))
        .containsExactly(
            "dynamic: ApplyNotSupported: The members of the group follow from its membership rule.",
            "mail: ApplyNotSupported: The group is mail-enabled but no Microsoft 365 group; its members are changed in Exchange.",
            "no access: AppliedSuccessfullyButObjectNotFound: The principal no longer had the access.",
            "no principal: AppliedSuccessfullyButObjectNotFound: The principal is no longer in the directory.",
            "no resource: AppliedSuccessfullyButObjectNotFound: The resource is no longer in the directory.",
            "removed: AppliedSuccessfully",
            "synced: ApplyNotSupported: The group is synchronised from on-premises; its members are changed there.",
            "through group: ApplyNotSupported: The principal has the access through a group.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          A           | through group A.
          B,A         | through groups A, B.
          E,D,C,B,A   | through groups A, B, C, D, E.
          G,F,E,D,C,B,A | through groups A, B, C, D, E and 2 more.
          """)
  void theGroupsThatStillGiveAccessAreNamed(String groups, String named) {
    assertThat(
            rows.strings(
                "select directory_removal_incomplete('a member', string_to_array(?, ','))", groups))
        .containsExactly("The direct access is removed; the principal is still a member " + named);
  }

  private String ofGroup(
      boolean principal,
      boolean resource,
      boolean direct,
      boolean through,
      boolean synced,
      String types,
      boolean mail) {
    return rows.strings(
            """
            select directory_group_removal_verdict(?, ?, ?, ?, ?,
              array_remove(string_to_array(?, ','), ''), ?)""",
            principal,
            resource,
            direct,
            through,
            synced,
            types,
            mail)
        .getFirst();
  }
}
