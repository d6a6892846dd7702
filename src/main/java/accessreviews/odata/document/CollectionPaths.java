package accessreviews.odata.document;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;

/** Which paths are collections, and where one row of each is read. */
record CollectionPaths(Map<String, PathItem> all) {
  private static final Pattern CALLED = Pattern.compile("/filterByCurrentUser$");

  /** Whether the path is a collection; the set of access reviews is not one. */
  boolean contain(String path) {
    return CALLED.matcher(path).find() || (path.endsWith("s") && all.containsKey(path + "/$count"));
  }

  /** The read of one row of the collection at {@code path}. */
  Optional<Operation> one(String path) {
    var keyed = Pattern.quote(CALLED.matcher(path).replaceFirst("")) + "/\\{\\w+}";
    return all.entrySet().stream()
        .filter(item -> item.getKey().matches(keyed))
        .map(item -> item.getValue().getGET())
        .filter(get -> get != null)
        .findFirst();
  }
}
