package accessreviews.odata;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.core.UriInfo;
import java.util.Set;

/** The query options of a URL, those that start with {@code $}. */
public final class QueryOptions {
  private QueryOptions() {}

  /** Refuses options of {@code uri} that a single resource does not take. */
  public static void requireNone(UriInfo uri) {
    require(uri, Set.of("$format"));
  }

  static void require(UriInfo uri, Set<String> known) {
    for (var name : uri.getQueryParameters().keySet()) {
      if (name.startsWith("$") && !known.contains(name)) {
        throw new Refused(
            Refusal.INVALID_QUERY_OPTION,
            name,
            "The query parameter '%s' is not supported.".formatted(name));
      }
    }
  }
}
