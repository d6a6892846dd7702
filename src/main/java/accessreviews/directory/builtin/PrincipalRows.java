package accessreviews.directory.builtin;

import accessreviews.directory.DirectoryRows;
import accessreviews.platform.persistence.Sql;
import accessreviews.scopes.AccessQuery;
import accessreviews.scopes.Principals;
import accessreviews.scopes.Principals.Kind;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The principals with the access that a scope names. */
final class PrincipalRows {
  private static final Sql PRINCIPALS = Sql.file("directory/builtin/principals");

  private PrincipalRows() {}

  /** The principals in the scope of {@code query} at the instant {@code at}. */
  static DirectoryRows of(AccessQuery query, String resource, Instant at) {
    var access = HeldAccess.of(query.holding(), resource);
    var wanted = query.principals();
    var parameters = new HashMap<String, Object>(access.parameters());
    parameters.put("directory_kinds", kinds(wanted));
    parameters.put(
        "directory_narrowed",
        wanted.isEmpty() || wanted.stream().anyMatch(PrincipalRows::isNarrowed));
    parameters.put("directory_wanted_kinds", texts(wanted, some -> some.kind().name()));
    parameters.put("directory_guests_only", texts(wanted, some -> "" + some.guestsOnly()));
    parameters.put("directory_inactive_since", texts(wanted, some -> inactiveSince(some, at)));
    return new DirectoryRows(PRINCIPALS.filled(access.sql()).text(), parameters);
  }

  private static String[] kinds(List<Principals> wanted) {
    return wanted.isEmpty()
        ? new String[] {Kind.user.name()} // and nobody of them
        : wanted.stream().map(some -> some.kind().name()).distinct().toArray(String[]::new);
  }

  /** Whether not all principals of their kind are wanted. */
  private static boolean isNarrowed(Principals some) {
    return some.guestsOnly() || some.inactiveFor().isPresent();
  }

  private static @Nullable String inactiveSince(Principals some, Instant at) {
    return some.inactiveFor()
        .map(duration -> at.atZone(ZoneOffset.UTC).minus(duration).toInstant().toString())
        .orElse(null);
  }

  private static @Nullable String[] texts(
      List<Principals> wanted, Function<Principals, @Nullable String> text) {
    return wanted.stream().map(text).toArray(String[]::new);
  }
}
