package accessreviews.odata.document;

import java.util.List;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;

/** What operations are called in the OpenAPI document. */
final class Summaries {
  private Summaries() {}

  /** What the resource says of it, or else what its method and path do. */
  static String of(HttpMethod method, String path, Operation operation) {
    if (operation.getSummary() != null) {
      return operation.getSummary();
    }
    var segments = List.of(path.substring(1).split("/"));
    var last = segments.getLast();
    var keyed = last.startsWith("{");
    var parent = segments.size() > 1 ? segments.get(segments.size() - 2) : "";
    var noun = keyed ? parent.replaceFirst("s$", "") : last;
    return switch (last) {
      case "$batch" -> "Make up to 20 requests";
      case "$metadata" -> "Get the CSDL document";
      case "$count" -> "Count " + parent;
      case "filterByCurrentUser" -> "List " + parent + " that the caller reviews";
      default ->
          switch (method) {
            case GET -> (noun.endsWith("s") && !keyed ? "List " : "Get ") + noun;
            case POST -> (noun.endsWith("s") ? "Create " : "Run ") + noun.replaceFirst("s$", "");
            case DELETE -> "Delete " + noun;
            default -> "Update " + noun;
          };
    };
  }
}
