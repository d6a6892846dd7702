package accessreviews.scopes;

import accessreviews.odata.query.Expression;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.query.GraphUrl;
import accessreviews.scopes.Holding.AccessPackage;
import accessreviews.scopes.Holding.AnyGroup;
import accessreviews.scopes.Holding.AppAssignment;
import accessreviews.scopes.Holding.AssignmentType;
import accessreviews.scopes.Holding.Membership;
import accessreviews.scopes.Holding.Role;
import accessreviews.scopes.Holding.Way;
import accessreviews.scopes.Principals.Kind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The query of a scope in one of the supported forms, its names in lower case. */
record ScopeUrl(GraphUrl url) {
  private static final String CAST = "microsoft.graph.user";

  ScopeUrl(String query) {
    this(new GraphQuery(query).question());
  }

  boolean isCast() {
    return url.path().getLast().equals(CAST);
  }

  /** The question of a query for the scope of a review or for a resource. */
  AccessQuery access() {
    if (url.relative()) {
      return members(Optional.empty(), Membership.of(Way.DIRECT), usersAndGroups());
    }
    return switch (url.path().getFirst()) {
      case "groups" -> ofGroups();
      case "teams" -> members(id(), Membership.of(Way.SHARED_CHANNEL), List.of(users()));
      case "serviceprincipals" ->
          new AccessQuery(
              ResourceType.servicePrincipal, id(), new AppAssignment(), List.of(users()));
      case "rolemanagement" -> ofRole();
      case "identitygovernance" -> ofAccessPackage();
      default -> throw new IllegalArgumentException("No access is meant by " + url);
    };
  }

  /** The principals of a query for principals. */
  Principals principals() {
    return switch (url.path().getFirst()) {
      case "users" -> users();
      case "groups" -> Principals.all(Kind.group);
      case "serviceprincipals" -> Principals.all(Kind.servicePrincipal);
      default -> throw new IllegalArgumentException("No principals are meant by " + url);
    };
  }

  private AccessQuery ofGroups() {
    if (url.path().size() == 1) {
      return new AccessQuery(
          ResourceType.group, Optional.empty(), new AnyGroup(), usersAndGroups());
    }
    var nested = Membership.of(Way.DIRECT, Way.NESTED);
    return switch (url.path().size() == 2 ? "" : url.path().get(2)) {
      // An old page left out a segment of the query for the guests of a group.
      case "transitivemembers", CAST -> members(id(), nested, List.of(users()));
      default -> members(id(), Membership.of(Way.DIRECT), usersAndGroups());
    };
  }

  private static AccessQuery members(
      Optional<UUID> group, Membership membership, List<Principals> principals) {
    return new AccessQuery(ResourceType.group, group, membership, principals);
  }

  private AccessQuery ofRole() {
    var kind = url.path().get(2);
    var role =
        switch (kind) {
          case "roleassignmentscheduleinstances" -> new Role(true, false, assignmentType());
          case "roleeligibilityscheduleinstances" -> new Role(false, true, Optional.empty());
          default -> new Role(true, true, Optional.empty());
        };
    return new AccessQuery(
        ResourceType.directoryRole,
        kind.equals("roledefinitions")
            ? Optional.of(UUID.fromString(url.path().getLast()))
            : constant("roledefinitionid"),
        role,
        List.of(Principals.all(principalKind())));
  }

  private Optional<AssignmentType> assignmentType() {
    return url.compared("assignmenttype", Operator.EQ).stream()
        .findFirst()
        .map(
            type ->
                type.equalsIgnoreCase("activated")
                    ? AssignmentType.Activated
                    : AssignmentType.Assigned);
  }

  /** The kind in {@code isof(principal,'…')}; users if the filter has none. */
  private Kind principalKind() {
    for (var term : url.terms()) {
      if (term instanceof Expression.Call(var name, var arguments)
          && name.equals("isof")
          && arguments.getLast() instanceof Expression.Literal type) {
        for (var kind : Kind.values()) {
          if (type.text().equalsIgnoreCase("microsoft.graph." + kind.name())) {
            return kind;
          }
        }
      }
    }
    return Kind.user;
  }

  private AccessQuery ofAccessPackage() {
    return new AccessQuery(
        ResourceType.accessPackageAssignmentPolicy,
        ofEither("assignmentpolicy"),
        new AccessPackage(ofEither("accesspackage").orElseThrow(), ofEither("catalog")),
        List.of(users()));
  }

  private Optional<UUID> id() {
    return Optional.of(UUID.fromString(url.path().get(1)));
  }

  /**
   * The id of {@code object} in the spelling of beta or of v1.0 ({@link AccessPackageSpelling}).
   */
  private Optional<UUID> ofEither(String object) {
    return constant(object + "id").or(() -> constant(object + "/id"));
  }

  private Optional<UUID> constant(String property) {
    return url.compared(property, Operator.EQ).stream().findFirst().map(UUID::fromString);
  }

  private List<Principals> usersAndGroups() {
    return isCast() || users().guestsOnly()
        ? List.of(users())
        : List.of(users(), Principals.all(Kind.group));
  }

  /** The users that the query means: all of them, or guests. */
  Principals users() {
    var guestsOnly =
        url.compared("usertype", Operator.EQ).stream().anyMatch("guest"::equalsIgnoreCase);
    return new Principals(Kind.user, guestsOnly, Optional.empty());
  }
}
