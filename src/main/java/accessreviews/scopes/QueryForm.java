package accessreviews.scopes;

import accessreviews.odata.Guid;
import accessreviews.odata.query.Expression;
import accessreviews.odata.query.FilterParser;
import accessreviews.odata.query.GraphUrl;
import accessreviews.odata.query.Limits;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A form of query that this service knows, written as the reference writes it. Graph's list of
 * forms is in the reference of scopes and reviewers.
 *
 * @param text a URL, in which <code>{id}</code>, <code>{kind}</code>, <code>{assignment}</code> and
 *     <code>{text}</code> stand for what differs
 * @param castable whether the path may go on with the cast to users
 * @param once conditions that the filter may have besides those in {@code text}
 * @param often the same, any number of times
 */
public record QueryForm(
    String text,
    GraphUrl template,
    boolean castable,
    List<Expression> once,
    List<Expression> often) {
  private static final String USER = "microsoft.graph.user";
  private static final String GUEST = "userType eq 'Guest'";
  private static final Set<String> KINDS =
      Set.of(USER, "microsoft.graph.group", "microsoft.graph.serviceprincipal");
  private static final Set<String> ASSIGNMENTS = Set.of("assigned", "activated");

  /** The forms of scopes with one query. */
  public static final List<QueryForm> SCOPE =
      List.of(
          of("/groups/{id}/transitiveMembers").orCast().or(GUEST),
          of("/groups/{id}/members").orCast().or(GUEST),
          of("/groups/{id}/microsoft.graph.user").or(GUEST),
          of("./members").orCast().or(GUEST),
          of("/identityGovernance/entitlementManagement/accessPackageAssignments?$filter=(accessPackageId eq '{id}' and assignmentPolicyId eq '{id}')")
              .or("catalogId eq '{id}'"),
          of("/identityGovernance/entitlementManagement/assignments?$filter=(accessPackage/id eq '{id}' and assignmentPolicy/id eq '{id}')")
              .or("catalog/id eq '{id}'"),
          of("/roleManagement/directory/roleAssignmentScheduleInstances?$expand=principal&$filter=(isof(principal,'{kind}') and roleDefinitionId eq '{id}')")
              .or("assignmentType eq '{assignment}'"),
          of("/roleManagement/directory/roleEligibilityScheduleInstances?$expand=principal&$filter=(isof(principal,'{kind}') and roleDefinitionId eq '{id}')")
              .or("assignmentType eq '{assignment}'"),
          of(
              "/roleManagement/directory/roleAssignmentAndEligbilitySchedules?$filter=roleDefinitionId eq '{id}'"),
          of("/roleManagement/directory/roleDefinitions/{id}"),
          of("/servicePrincipals/{id}/appRoleAssignedTo"));

  /** The forms of enumerations of groups. */
  public static final List<QueryForm> ENUMERATION =
      List.of(
          of("/groups/{id}"),
          of("/groups?$filter=(groupTypes/any(c:c eq 'Unified'))")
              .or("resourceProvisioningOptions/any(c:c eq 'Team')")
              .orMany("id ne '{id}'"));

  /** The forms of principals in a scope of principals and resources. */
  public static final List<QueryForm> PRINCIPALS =
      List.of(of("/users").or(GUEST), of("/groups"), of("/servicePrincipals"));

  /** The forms of resources in a scope of principals and resources. */
  public static final List<QueryForm> RESOURCES =
      List.of(
          of("/groups"),
          of("/groups/{id}"),
          of("/groups/{id}/transitiveMembers").orCast().or(GUEST),
          of("/groups/{id}/members").orCast().or(GUEST),
          of("/teams/{id}/channels?$filter=(membershipType eq 'shared')"),
          of("/servicePrincipals/{id}"),
          of("/roleManagement/directory/roleDefinitions/{id}"));

  /** The forms of reviewers and fallback reviewers. */
  public static final List<QueryForm> REVIEWERS =
      List.of(
          of("/users/{id}"),
          of("/groups/{id}/transitiveMembers").orCast(),
          of("/groups/{id}/owners")
              .orMany(
                  "microsoft.graph.user/userType eq '{text}'",
                  "microsoft.graph.user/country eq '{text}'"),
          of("/servicePrincipals/{id}/owners"),
          of("./owners"),
          of("./manager"));

  /** The forms of additional notification recipients. */
  public static final List<QueryForm> RECIPIENTS =
      List.of(of("/users/{id}"), of("/groups/{id}/members"), of("/groups/{id}/transitiveMembers"));

  /** The forms of a search for series by the query of their scope (C17). */
  private static final List<QueryForm> SEARCHES =
      List.of(
          of(
              "/identityGovernance/accessReviews/definitions?$filter=contains(scope/query,'{text}')"),
          of(
              "/identityGovernance/accessReviews/definitions?$filter=contains(scope/microsoft.graph.accessReviewQueryScope/query,'{text}')"));

  /**
   * The text that {@code query}, a search for series, looks for in the query of their scope;
   * refuses other queries.
   */
  public static String searchedText(String query) {
    require(SEARCHES, query);
    return new GraphQuery(query)
        .question()
        .filter()
        .filter(Expression.Call.class::isInstance)
        .map(filter -> ((Expression.Call) filter).arguments().getLast())
        .map(text -> ((Expression.Literal) text).text())
        .orElseThrow();
  }

  private static QueryForm of(String text) {
    return new QueryForm(text, GraphUrl.parse(text), false, List.of(), List.of());
  }

  private QueryForm orCast() {
    return new QueryForm(text, template, true, once, often);
  }

  private QueryForm or(String condition) {
    return new QueryForm(text, template, castable, List.of(condition(condition)), often);
  }

  private QueryForm orMany(String... conditions) {
    return new QueryForm(
        text,
        template,
        castable,
        once,
        Arrays.stream(conditions).map(QueryForm::condition).toList());
  }

  private static Expression condition(String text) {
    return FilterParser.parse("$filter", text, Limits.BODY);
  }

  /** Refuses a {@code query} of none of {@code forms}; the message lists them as Graph's does. */
  public static void require(List<QueryForm> forms, String query) {
    var url = new GraphQuery(query).url().map(GraphUrl::question);
    if (url.isEmpty() || forms.stream().noneMatch(form -> form.isOf(url.get()))) {
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
    var plain = text.replace("{kind}", USER);
    return once.contains(condition(GUEST))
        ? Stream.of(plain, plain + "?$filter=(" + GUEST + ")")
        : Stream.of(plain);
  }

  private boolean isOf(GraphUrl query) {
    return template.relative() == query.relative()
        && (fits(template.path(), query.path()) || (castable && fits(cast(), query.path())))
        && isOneFilterAtMost(query)
        && fitsOthers(query)
        && fitsFilter(query.filter());
  }

  private List<String> cast() {
    var path = new ArrayList<>(template.path());
    path.add(USER);
    return path;
  }

  private static boolean isOneFilterAtMost(GraphUrl query) {
    return query.options().size() - query.others().size() <= 1;
  }

  private boolean fitsOthers(GraphUrl query) {
    return query.others().stream()
        .map(option -> option.toString().toLowerCase(Locale.ROOT))
        .toList()
        .equals(template.others().stream().map(GraphUrl.Option.Other::toString).toList());
  }

  private boolean fitsFilter(Optional<Expression> filter) {
    var terms = filter.map(Expression::conjuncts).orElse(List.of());
    var required = template.filter().map(Expression::conjuncts).orElse(List.of());
    return required.stream().allMatch(condition -> count(condition, terms) == 1)
        && once.stream().allMatch(condition -> count(condition, terms) <= 1)
        && terms.stream()
            .allMatch(
                term ->
                    Stream.of(required, once, often)
                        .flatMap(List::stream)
                        .anyMatch(condition -> fits(condition, term)));
  }

  private static long count(Expression condition, List<Expression> terms) {
    return terms.stream().filter(term -> fits(condition, term)).count();
  }

  private static boolean fits(List<String> template, List<String> path) {
    if (template.size() != path.size()) {
      return false;
    }
    for (var i = 0; i < path.size(); i++) {
      if (!fits(template.get(i), path.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Whether {@code actual} is what {@code template} says, in any case. */
  static boolean fits(Expression template, Expression actual) {
    if (template instanceof Expression.Comparison wanted
        && actual instanceof Expression.Comparison found) {
      return wanted.operator() == found.operator()
          && fits(wanted.left(), found.left())
          && fits(wanted.right(), found.right());
    }
    if (template instanceof Expression.Call wanted && actual instanceof Expression.Call found) {
      return wanted.name().equals(found.name())
          && wanted.arguments().size() == found.arguments().size()
          && fits(wanted.arguments().getFirst(), found.arguments().getFirst())
          && fits(wanted.arguments().getLast(), found.arguments().getLast());
    }
    if (template instanceof Expression.Lambda wanted && actual instanceof Expression.Lambda found) {
      return wanted.all() == found.all()
          && fits(wanted.collection(), found.collection())
          && fits(wanted.condition(), found.renamed(wanted.variable()).condition());
    }
    if (template instanceof Expression.Literal wanted
        && actual instanceof Expression.Literal found) {
      return wanted.kind() == found.kind() && fits(wanted.text(), found.text());
    }
    return template instanceof Expression.Path wanted
        && actual instanceof Expression.Path found
        && wanted.toString().equalsIgnoreCase(found.toString());
  }

  private static boolean fits(String template, String actual) {
    return switch (template) {
      case "{id}" -> Guid.is(actual);
      case "{kind}" -> KINDS.contains(actual.toLowerCase(Locale.ROOT));
      case "{assignment}" -> ASSIGNMENTS.contains(actual.toLowerCase(Locale.ROOT));
      case "{text}" -> true;
      default -> template.equalsIgnoreCase(actual);
    };
  }
}
