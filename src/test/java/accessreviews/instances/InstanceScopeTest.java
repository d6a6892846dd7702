package accessreviews.instances;

import static java.util.Locale.ROOT;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.scopes.InactiveUsersQueryScope;
import accessreviews.scopes.PrincipalResourceMembershipsScope;
import accessreviews.scopes.QueryScope;
import accessreviews.scopes.Scope;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.threeten.extra.PeriodDuration;

/** How the scope of a series becomes the scopes of its instances, one for each resource. */
class InstanceScopeTest {
  private static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "{g}", "/groups/11111111-2222-3333-4444-aaaaaaaaaaaa",
          "{h}", "/groups/66666666-7777-8888-9999-bbbbbbbbbbbb",
          "{role}", "roleManagement/directory/roleDefinitions/9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
          "{app}", "/servicePrincipals/cccccccc-2cd3-44c7-9d02-a6ac2d5ea5c3",
          "{channels}",
              "/teams/11111111-2222-3333-4444-aaaaaaaaaaaa/channels?$filter=(membershipType eq 'shared')",
          "{others}",
              "/teams/66666666-7777-8888-9999-bbbbbbbbbbbb/channels?$filter=(membershipType eq 'shared')",
          "{user}", "microsoft.graph.user",
          "{guests}", "?$filter=(userType eq 'Guest')");

  @ParameterizedTest(name = "{0} of {1}")
  @CsvSource(
      nullValues = "-",
      quoteCharacter = '"',
      textBlock =
          """
          # query,                         enumeration, key of the resource, query of the instance
          {g}/transitiveMembers,           -,           {g},         {g}/transitiveMembers
          {g}/transitiveMembers,           {g},         {g},         {g}/transitiveMembers
          /beta{g}/members/{user},         -,           {g},         /beta{g}/members/{user}
          {g}/members/{guests},            -,           {g},         {g}/members/{guests}
          ./members,                       {g},         {g},         /v1.0{g}/members
          ./members/{user},                /v1.0{g},    {g},         /v1.0{g}/members/{user}
          ./members/{user}/{guests},       /beta{g}/,   {g},         /v1.0{g}/members/{user}/{guests}
          /beta/{role},                    -,           /{role},     /beta/{role}
          {role},                          -,           /{role},     {role}
          /v1.0{app}/appRoleAssignedTo,    -,           {app}/approleassignedto, /v1.0{app}/appRoleAssignedTo
          """)
  void aQueryIsReviewedInOneInstance(
      String query, @Nullable String enumeration, String resource, String expected) {
    var instances = of(query(query), enumeration);

    assertThat(instances)
        .containsExactly(new InstanceScope(full(resource).toLowerCase(ROOT), query(expected)));
  }

  @Test
  void whoIsInactiveIsStillAskedForInTheInstance() {
    var inactive = new InactiveUsersQueryScope("./members", "MicrosoftGraph", null, days("P30D"));

    var instances = of(inactive, "{g}");

    assertThat(instances)
        .containsExactly(
            new InstanceScope(
                full("{g}"),
                new InactiveUsersQueryScope(
                    full("/v1.0{g}/members"), "MicrosoftGraph", null, days("P30D"))));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          /groups?$filter=(groupTypes/any(c:c eq 'Unified'))
          /groups?$filter=(groupTypes/any(c:c+eq+'Unified') and id ne '11111111-2222-3333-4444-aaaaaaaaaaaa')&$count=true
          """)
  void allGroupsAreNoneUntilTheDirectoryIsAsked(String enumeration) {
    assertThat(of(query("./members/{user}"), enumeration)).isEmpty();
  }

  /** Resources, and instances, are separated by a bar; an instance's resources by a plus. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          # resourceScopes,                       keys,                resources of the instances
          {g},                                    {g},                 {g}
          /beta/{role},                           /{role},             /beta/{role}
          /groups,                                /groups,             /groups
          {app},                                  {app},               {app}
          {g} | {h},                              {g} | {h},           {g} | {h}
          {app} | {g} | {role},                   {app} | {g} | /{role}, {app} | {g} | {role}
          {channels},                             {channels},          {channels}
          {g}/members | {channels},               {g}/members,         {g}/members + {channels}
          {channels} | {g}/members,               {g}/members,         {g}/members + {channels}
          {g} | {h} | {channels},                 {g} | {h},           {g} + {channels} | {h}
          {channels} | {h},                       {channels} | {h},    {channels} | {h}
          {channels} | {others},                  {channels} | {others}, {channels} | {others}
          {g}/transitiveMembers/{user} | {channels}, {g}/transitivemembers/{user}, {g}/transitiveMembers/{user} + {channels}
          """)
  void eachResourceIsReviewedInAnInstanceOfItsOwnAndChannelsWithTheirTeam(
      String resources, String keys, String expected) {
    var instances = of(memberships(resources.split(" \\| ", -1)), null);

    assertThat(instances)
        .extracting(InstanceScope::resource)
        .containsExactly(full(keys).toLowerCase(ROOT).replaceAll("[()]", "").split(" \\| ", -1));
    assertThat(instances)
        .extracting(InstanceScope::scope)
        .containsExactly(
            Arrays.stream(expected.split(" \\| ", -1))
                .map(instance -> memberships(instance.split(" \\+ ", -1)))
                .toArray(Scope[]::new));
  }

  /** An occurrence starts once on a resource; a second instance would never get past the key. */
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      textBlock =
          """
          {g} | {g}
          {g} | /v1.0{g}
          {g} | {g}/
          {role} | /beta/{role}
          """)
  void aResourceThatIsNamedTwiceIsReviewedOnce(String resources) {
    var both = resources.split(" \\| ", -1);

    assertThat(of(memberships(both), null)).isEqualTo(of(memberships(both[0]), null));
  }

  private static List<InstanceScope> of(Scope scope, @Nullable String enumeration) {
    return InstanceScope.of(
        scope,
        Optional.ofNullable(enumeration)
            .<Scope>map(InstanceScopeTest::query)
            .or(scope::reviewedGroup));
  }

  private static QueryScope query(String query) {
    return new QueryScope(full(query), "MicrosoftGraph", null);
  }

  private static Scope memberships(String... resources) {
    return new PrincipalResourceMembershipsScope(
        List.of(query("/users"), query("/groups")),
        Arrays.stream(resources).<Scope>map(InstanceScopeTest::query).toList());
  }

  private static PeriodDuration days(String text) {
    return PeriodDuration.parse(text);
  }

  private static String full(String text) {
    var full = text;
    for (var placeholder : PLACEHOLDERS.entrySet()) {
      full = full.replace(placeholder.getKey(), placeholder.getValue());
    }
    return full;
  }
}
