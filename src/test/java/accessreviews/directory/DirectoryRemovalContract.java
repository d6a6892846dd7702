package accessreviews.directory;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.scopes.PrincipalResourceMembershipsScope;
import accessreviews.scopes.QueryScope;
import accessreviews.scopes.ResourceType;
import accessreviews.scopes.Scope;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every directory does when access is taken away, and what it says of it. */
public abstract class DirectoryRemovalContract extends DirectoryContract {
  private static final String NOT_FOUND = "AppliedSuccessfullyButObjectNotFound";

  @BeforeEach
  void groupsWhoseMembersAreChangedElsewhere() {
    group("synced", "synced");
    group("mailing", "mail");
    group("mailed", "Unified", "mail");
    for (var group : List.of("synced", "mailing", "mailed")) {
      members(group, "ada", "group nest");
    }
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          group | ada | team | AppliedSuccessfully | -
          group | bob | team | AppliedSuccessfully | removed; the principal is still a member through group "
          group | nest | team | AppliedSuccessfully | -
          group | ada | mailed | AppliedSuccessfully | still a member through group "team"
          group | eve | team | AppliedSuccessfully | -
          group | cyd | team | ApplyNotSupported | through a group
          group | dan | team | ApplyNotSupported | through a group
          group | ada | synced | ApplyNotSupported | on-premises
          group | cyd | synced | ApplyNotSupported | through a group
          group | bob | rule | ApplyNotSupported | membership rule
          group | ada | mailing | ApplyNotSupported | mail-enabled
          group | mia | team | AppliedSuccessfullyButObjectNotFound | no longer had
          group | eve | synced | AppliedSuccessfullyButObjectNotFound | no longer had
          group | nobody | team | AppliedSuccessfullyButObjectNotFound | principal is no longer
          group | ada | nobody | AppliedSuccessfullyButObjectNotFound | resource is no longer
          servicePrincipal | ada | wiki | AppliedSuccessfully | -
          servicePrincipal | bob | wiki | AppliedSuccessfully | removed; the principal is still assigned through group "
          servicePrincipal | nest | wiki | AppliedSuccessfully | -
          servicePrincipal | cyd | wiki | ApplyNotSupported | through a group
          servicePrincipal | eve | wiki | AppliedSuccessfullyButObjectNotFound | no longer had
          servicePrincipal | nobody | wiki | AppliedSuccessfullyButObjectNotFound | principal is no longer
          servicePrincipal | ada | nobody | AppliedSuccessfullyButObjectNotFound | resource is no longer
          directoryRole | ada | reader | AppliedSuccessfully | -
          directoryRole | bob | reader | AppliedSuccessfully | -
          directoryRole | cyd | reader | AppliedSuccessfully | -
          directoryRole | other | reader | AppliedSuccessfully | -
          directoryRole | eve | reader | AppliedSuccessfullyButObjectNotFound | no longer had
          directoryRole | nobody | reader | AppliedSuccessfullyButObjectNotFound | principal is no longer
          directoryRole | ada | nobody | AppliedSuccessfullyButObjectNotFound | resource is no longer
          accessPackageAssignmentPolicy | ada | policy | AppliedSuccessfully | -
          accessPackageAssignmentPolicy | bob | policy | AppliedSuccessfullyButObjectNotFound | no longer had
          accessPackageAssignmentPolicy | nobody | policy | AppliedSuccessfullyButObjectNotFound | principal is no longer
          accessPackageAssignmentPolicy | ada | nobody | AppliedSuccessfullyButObjectNotFound | resource is no longer
          """)
  void accessIsTakenAwayWhereTheDirectoryCan(
      ResourceType type, String principal, String resource, String result, String why) {
    var before = rows.everything();

    var first = remove(type, principal, resource, null);

    assertThat(first).startsWith(result + " ");
    assertThat(first).contains(why);
    assertThat(first.equals(result + " -")).isEqualTo(why.equals("-"));
    var after = rows.everything();
    assertThat(before).containsAll(after);
    assertThat(after.equals(before)).isEqualTo(!result.equals("AppliedSuccessfully"));
    remove(type, principal, resource, null);
    assertThat(rows.everything()).as("a second removal finds nothing to do").isEqualTo(after);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource({
    "group, ada, team, AppliedSuccessfullyButObjectNotFound",
    "group, bob, team, ApplyNotSupported",
    "servicePrincipal, ada, wiki, AppliedSuccessfullyButObjectNotFound",
    "servicePrincipal, bob, wiki, ApplyNotSupported",
    "directoryRole, ada, reader, AppliedSuccessfullyButObjectNotFound"
  })
  void whatIsLeftAfterARemovalIsAccessThroughGroups(
      ResourceType type, String principal, String resource, String second) {
    assertThat(remove(type, principal, resource, null)).startsWith("AppliedSuccessfully ");
    assertThat(results("r.access_remains"))
        .containsExactly(second.equals("ApplyNotSupported") ? "t" : "f");

    assertThat(remove(type, principal, resource, null)).startsWith(second + " ");
  }

  @Test
  void nobodyElseLosesAnything() {
    remove(ResourceType.group, "ada", "team", null);
    remove(ResourceType.servicePrincipal, "ada", "wiki", null);
    remove(ResourceType.directoryRole, "ada", "reader", null);

    assertThat(found("/groups/{team}/members", "team")).containsExactly("bob", "nest");
    assertThat(found("/groups/{mailed}/members", "mailed")).containsExactly("ada", "nest");
    assertThat(found("/servicePrincipals/{wiki}/appRoleAssignedTo", "wiki"))
        .containsExactly("bob", "cyd");
    assertThat(found("/roleManagement/directory/roleDefinitions/{reader}", "reader"))
        .containsExactly("bob", "cyd");
  }

  @Test
  void aRowThatHasAResultIsPassedOver() {
    var before = rows.everything();

    assertThat(remove(ResourceType.group, "ada", "team", "AppliedSuccessfully"))
        .isEqualTo("AppliedSuccessfully -");

    assertThat(rows.everything()).isEqualTo(before);
  }

  @Test
  void whoIsGoneSinceTheReviewStartedIsSaidToBeGone() {
    organisation().remove(id("ada"));
    organisation().remove(id("other"));

    assertThat(remove(ResourceType.group, "ada", "team", null))
        .isEqualTo(NOT_FOUND + " The principal is no longer in the directory.");
    assertThat(remove(ResourceType.group, "eve", "other", null))
        .isEqualTo(NOT_FOUND + " The resource is no longer in the directory.");
  }

  @Test
  void whatGoesTogetherWithTheGroupThatBroughtItDoesNotRemain() {
    table();
    row("bob", "team", null);
    row("nest", "team", null);

    directory().removeAccess(scope(ResourceType.group));

    assertThat(results("r.principal_id, r.apply_result, r.access_remains"))
        .containsExactlyInAnyOrder("bob AppliedSuccessfully f", "nest AppliedSuccessfully f");
  }

  @Test
  void allRowsAreJudgedAtOnce() {
    table();
    row("ada", "team", null);
    row("cyd", "team", null);
    row("cyd", "other", null);
    row("ada", "synced", null);

    directory().removeAccess(scope(ResourceType.group));

    assertThat(results("r.principal_id, r.resource_id, r.apply_result"))
        .containsExactlyInAnyOrder(
            "ada team AppliedSuccessfully",
            "cyd team ApplyNotSupported",
            "cyd other AppliedSuccessfully",
            "ada synced ApplyNotSupported");
    assertThat(found("/groups/{team}/members", "team")).containsExactly("bob", "nest");
    assertThat(found("/groups/{other}/members", "other")).containsExactly("eve");
  }

  private List<String> found(String query, String resource) {
    var scope = new QueryScope(ids(query), "MicrosoftGraph", null);
    return read(directory().principals(scope, constant(resource), NOW), "p.principal_id");
  }

  /** Every access to resources of {@code type}; which of them, the rows to remove say. */
  private static Scope scope(ResourceType type) {
    var any = "0a1b2c3d-0000-4000-8000-00000000000a";
    return switch (type) {
      case group ->
          new PrincipalResourceMembershipsScope(
              List.of(query("/users"), query("/groups")),
              List.of(
                  query("/groups/" + any + "/transitiveMembers"),
                  query("/teams/" + any + "/channels?$filter=(membershipType eq 'shared')")));
      case servicePrincipal -> query("/servicePrincipals/" + any + "/appRoleAssignedTo");
      case directoryRole -> query("/roleManagement/directory/roleDefinitions/" + any);
      case accessPackageAssignmentPolicy ->
          query(
              "/identityGovernance/entitlementManagement/accessPackageAssignments?$filter="
                  + "(accessPackageId eq '%1$s' and assignmentPolicyId eq '%1$s')".formatted(any));
    };
  }

  private static QueryScope query(String text) {
    return new QueryScope(text, "MicrosoftGraph", null);
  }

  @Test
  void whatWasNotReviewedIsNotTakenAway() {
    var members = query("/groups/" + id("team") + "/transitiveMembers");
    var eligible =
        query(
            "/roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal&$filter="
                + "(isof(principal,'microsoft.graph.user') and roleDefinitionId eq '%s')"
                    .formatted(id("reader")));
    var before = rows.everything();

    assertThat(remove(members, "eve", "team", null)).startsWith(NOT_FOUND); // in a channel only
    assertThat(rows.everything()).isEqualTo(before);
    remove(eligible, "ada", "reader", null);

    assertThat(
            found(
                "/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter="
                    + "(assignmentType eq 'Assigned' and isof(principal,'microsoft.graph.user')"
                    + " and roleDefinitionId eq '{reader}')",
                "reader"))
        .containsExactly("ada");
  }

  private String remove(
      ResourceType type, String principal, String resource, @Nullable String result) {
    return remove(scope(type), principal, resource, result);
  }

  /** What came of a removal, and why. */
  private String remove(Scope scope, String principal, String resource, @Nullable String result) {
    table();
    row(principal, resource, result);
    directory().removeAccess(scope);
    return results("r.apply_result, coalesce(r.apply_description, '-')").getFirst();
  }

  private void table() {
    rows.execute("drop table if exists access_removal");
    session()
        .createNativeMutationQuery(
            """
            create temporary table access_removal (
              item_id uuid, principal_id uuid, principal_type text, resource_id uuid,
              apply_result text, apply_description text,
              access_remains boolean not null default false) on commit drop""")
        .executeUpdate();
  }

  private void row(String principal, String resource, @Nullable String result) {
    session()
        .createNativeMutationQuery(
            """
            insert into access_removal
            values (:item, :principal, 'user', :resource, cast(:result as text), null)""")
        .setParameter("item", UUID.randomUUID())
        .setParameter("principal", id(principal))
        .setParameter("resource", id(resource))
        .setParameter("result", result)
        .executeUpdate();
  }

  private List<String> results(String columns) {
    return session()
        .createNativeQuery(
            "select concat_ws(' ', %s) from access_removal r".formatted(columns), String.class)
        .getResultList()
        .stream()
        .map(DirectoryContract::named)
        .toList();
  }
}
