package accessreviews.scopes;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form of query that this service knows, written as the reference writes it: <code>{id}</code>
 * stands for a GUID, {@code [guests]} for the optional filter on guests, {@code [user]} for the
 * optional cast. Graph's list of forms is in the reference of scopes and reviewers.
 */
public record QueryForm(String text, Pattern canonical) {
  /** What may repeat is possessive: the length of a query is not to be the depth of the stack. */
  private static final Map<String, String> PLACEHOLDERS =
      Map.of(
          "{id}", "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}",
          "[user]", "(?:/microsoft\\.graph\\.user)?",
          "[guests]", "(?:\\?\\$filter=\\(?usertype eq 'guest'\\)?)?",
          "[and]", "(?: and id ne '[0-9a-f-]{36}')*+",
          "[team]", "(?: and resourceprovisioningoptions/any\\(\\w+:\\w+ eq 'team'\\))?",
          "[owners]",
              "(?:\\?\\$filter=microsoft\\.graph\\.user/(?:usertype|country) eq '[^']*'"
                  + "(?: and microsoft\\.graph\\.user/(?:usertype|country) eq '[^']*')*+)?",
          "[active]", "(?:assignmenttype eq '(?:assigned|activated)' and )?",
          "[kind]", "(?:user|group|serviceprincipal)",
          "[catalog]", "(?: and catalogid eq '[0-9a-f-]{36}')?");

  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          PLACEHOLDERS.keySet().stream().map(Pattern::quote).collect(Collectors.joining("|")));

  /** What a series reviews by one query. */
  public static final List<QueryForm> SCOPE =
      forms(
          "/groups/{id}/transitiveMembers[user][guests]",
          "/groups/{id}/members[user][guests]",
          "/groups/{id}/microsoft.graph.user[guests]",
          "./members[user][guests]",
          "/identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{id}' and assignmentPolicyId eq '{id}'[catalog])",
          "/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=([active]isof(principal,'microsoft.graph.[kind]') and roleDefinitionId eq '{id}')",
          "/roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal&$filter=([active]isof(principal,'microsoft.graph.[kind]') and roleDefinitionId eq '{id}')",
          "/roleManagement/directory/roleAssignmentAndEligbilitySchedules?$filter=roleDefinitionId eq '{id}'",
          "/roleManagement/directory/roleDefinitions/{id}",
          "/servicePrincipals/{id}/appRoleAssignedTo");

  /** Which groups become instances. */
  public static final List<QueryForm> ENUMERATION =
      forms(
          "/groups/{id}",
          "/groups?$filter=(groupTypes/any(c:c eq 'Unified')[team][and])",
          "/groups?$filter=groupTypes/any(c:c eq 'Unified')");

  /** Whose access is reviewed, in a scope of principals and resources. */
  public static final List<QueryForm> PRINCIPALS =
      forms("/users[guests]", "/groups", "/servicePrincipals");

  /** To what, in a scope of principals and resources. */
  public static final List<QueryForm> RESOURCES =
      forms(
          "/groups",
          "/groups/{id}",
          "/groups/{id}/transitiveMembers[user]",
          "/groups/{id}/members[user]",
          "/teams/{id}/channels?$filter=(membershipType eq 'shared')",
          "/servicePrincipals/{id}",
          "/roleManagement/directory/roleDefinitions/{id}");

  /** Who reviews, or stands in where no reviewer is found. */
  public static final List<QueryForm> REVIEWERS =
      forms(
          "/users/{id}",
          "/groups/{id}/transitiveMembers[user]",
          "/groups/{id}/owners[owners]",
          "/servicePrincipals/{id}/owners",
          "./owners",
          "./manager");

  /** Who else hears of the end of an instance. */
  public static final List<QueryForm> RECIPIENTS =
      forms("/users/{id}", "/groups/{id}/members", "/groups/{id}/transitiveMembers");

  private static List<QueryForm> forms(String... texts) {
    return Arrays.stream(texts).map(text -> new QueryForm(text, pattern(text))).toList();
  }

  private static Pattern pattern(String text) {
    var regex = new StringBuilder();
    var matcher = PLACEHOLDER.matcher(text);
    var from = 0;
    while (matcher.find()) {
      regex.append(Pattern.quote(text.substring(from, matcher.start())));
      regex.append(PLACEHOLDERS.get(matcher.group()));
      from = matcher.end();
    }
    regex.append(Pattern.quote(text.substring(from)));
    return Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
  }

  /** Refuses {@code query} when it has none of {@code forms}, and lists them as Graph does. */
  public static void require(List<QueryForm> forms, String query) {
    var canonical = new GraphQuery(query).canonical();
    if (forms.stream().noneMatch(form -> form.canonical().matcher(canonical).matches())) {
      throw new Refused(
          Refusal.QUERY_NOT_SUPPORTED,
          "query",
          "Query %s is not supported. Please pass in one of the following queries : %s"
              .formatted(
                  query,
                  forms.stream()
                      .flatMap(QueryForm::readable)
                      .distinct()
                      .collect(Collectors.joining(", "))));
    }
  }

  /** The form for people: once without its optional parts, and once for guests. */
  private Stream<String> readable() {
    var plain = text.replace("[kind]", "user").replaceAll("\\[\\w+]", "");
    return text.contains("[guests]")
        ? Stream.of(plain, plain + "?$filter=(userType eq 'Guest')")
        : Stream.of(plain);
  }
}
