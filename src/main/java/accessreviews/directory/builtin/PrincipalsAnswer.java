package accessreviews.directory.builtin;

import static java.util.stream.Collectors.joining;

import accessreviews.directory.Answer;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.Principals;
import accessreviews.scopes.Principals.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.threeten.extra.PeriodDuration;

/** The principals with the access that a scope names. */
final class PrincipalsAnswer {
  /**
   * The resource comes first, where no name of this query hides one of the statement around it.
   * Only the tables of the kinds that are wanted are joined.
   */
  private static final String ANSWER =
      """
      select a.principal_id, a.principal_type, <display_name> as display_name,
        <app_id> as app_id, <of_users>,
        a.resource_sign_in_date_time, a.resource_id, a.membership
      from (select cast(<resource> as uuid) as id) r
      cross join lateral (
      <access>) a
      <joins>
      where <condition>
      """;

  private static final String OF_USERS =
      "u.user_principal_name, u.manager_id, u.last_sign_in_date_time";
  private static final String OF_OTHERS =
      """
      cast(null as text) as user_principal_name, cast(null as uuid) as manager_id,
        cast(null as timestamptz) as last_sign_in_date_time""";

  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Instant at;

  private PrincipalsAnswer(Instant at) {
    this.at = at;
  }

  /** The principals that {@code query} asks for, when it is {@code at}. */
  static Answer of(AccessQuery query, String resource, Instant at) {
    return new PrincipalsAnswer(at).answer(query, resource);
  }

  private Answer answer(AccessQuery query, String resource) {
    var kinds = EnumSet.noneOf(Kind.class);
    query.principals().forEach(some -> kinds.add(some.kind()));
    if (kinds.isEmpty()) {
      kinds.add(Kind.user); // and nobody of them
    }
    var access = AccessSql.of(query.holding());
    parameters.putAll(access.parameters());
    var sql =
        ANSWER
            .replace("<access>", access.sql())
            .replace("<joins>", joins(kinds))
            .replace("<condition>", condition(query.principals()))
            .replace("<of_users>", kinds.contains(Kind.user) ? OF_USERS : OF_OTHERS)
            .replace(
                "<app_id>",
                kinds.contains(Kind.servicePrincipal) ? "s.app_id" : "cast(null as uuid)")
            .replace("<display_name>", "coalesce(" + names(kinds) + ")")
            .replace("<kinds>", kinds.stream().map(kind -> "'" + kind + "'").collect(joining(", ")))
            .replace("<resource>", resource);
    return new Answer(sql, parameters);
  }

  private static String names(Set<Kind> kinds) {
    return kinds.stream().map(kind -> alias(kind) + ".display_name").collect(joining(", "));
  }

  private static String joins(Set<Kind> kinds) {
    return kinds.stream()
        .map(
            kind ->
                "%s join %s %3$s on %3$s.id = a.principal_id"
                    .formatted(kinds.size() == 1 ? "" : "left", table(kind), alias(kind)))
        .collect(joining("\n"));
  }

  private static String table(Kind kind) {
    return switch (kind) {
      case user -> "directory_user";
      case group -> "directory_group";
      case servicePrincipal -> "directory_service_principal";
    };
  }

  private static String alias(Kind kind) {
    return switch (kind) {
      case user -> "u";
      case group -> "g";
      case servicePrincipal -> "s";
    };
  }

  private String condition(List<Principals> principals) {
    return principals.isEmpty()
        ? "false"
        : principals.stream().map(this::condition).collect(joining(" or "));
  }

  private String condition(Principals some) {
    var terms = new ArrayList<String>();
    terms.add(alias(some.kind()) + ".id is not null");
    if (some.guestsOnly()) {
      terms.add("u.user_type = 'Guest'");
    }
    some.inactiveFor()
        .ifPresent(
            duration ->
                terms.add(
                    "(u.last_sign_in_date_time is null or u.last_sign_in_date_time < :%s)"
                        .formatted(before(duration))));
    return terms.stream().collect(joining(" and ", "(", ")"));
  }

  /** The parameter that says since when a principal would have to have signed in. */
  private String before(PeriodDuration duration) {
    var name = "directoryActiveSince" + parameters.size();
    parameters.put(name, at.atZone(ZoneOffset.UTC).minus(duration).toInstant());
    return name;
  }
}
