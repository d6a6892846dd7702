package accessreviews.odata.document;

import java.util.ArrayDeque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** Removes the schemas that nothing in an OpenAPI document refers to. */
final class ReachedSchemas {
  private ReachedSchemas() {}

  /** The schemas that the operations of {@code document} refer to. */
  static Map<String, Schema> of(OpenAPI document, Map<String, Schema> schemas) {
    var reached = new TreeMap<String, Schema>();
    var todo = new ArrayDeque<Schema>();
    for (var item : document.getPaths().getPathItems().values()) {
      for (var operation : item.getOperations().values()) {
        var contents = new LinkedHashSet<@Nullable Content>();
        if (operation.getRequestBody() != null) {
          contents.add(operation.getRequestBody().getContent());
        }
        operation
            .getResponses()
            .getAPIResponses()
            .values()
            .forEach(r -> contents.add(r.getContent()));
        contents.forEach(content -> todo.addAll(in(content)));
      }
    }
    while (!todo.isEmpty()) {
      var schema = todo.pop();
      var name = OpenApiDocument.name(schema);
      if (name != null && schemas.containsKey(name) && !reached.containsKey(name)) {
        reached.put(name, schemas.get(name));
        todo.add(schemas.get(name));
        todo.addAll(derivedFrom(name, schemas));
      }
      todo.addAll(below(schema));
    }
    return reached;
  }

  /** References to the schemas that extend the one called {@code base}. */
  private static List<Schema> derivedFrom(String base, Map<String, Schema> schemas) {
    return base.endsWith(".entity")
        ? List.of()
        : schemas.entrySet().stream()
            .filter(one -> one.getValue().getAllOf() != null)
            .filter(
                one ->
                    one.getValue().getAllOf().stream()
                        .anyMatch(part -> base.equals(OpenApiDocument.name(part))))
            .map(one -> OASFactory.createSchema().ref(one.getKey()))
            .toList();
  }

  private static Set<Schema> in(@Nullable Content content) {
    var schemas = new LinkedHashSet<Schema>();
    if (content != null) {
      content.getMediaTypes().values().stream()
          .filter(media -> media.getSchema() != null)
          .forEach(media -> schemas.add(media.getSchema()));
    }
    return schemas;
  }

  private static Set<Schema> below(Schema schema) {
    var below = new LinkedHashSet<Schema>();
    if (schema.getProperties() != null) {
      below.addAll(schema.getProperties().values());
    }
    if (schema.getItems() != null) {
      below.add(schema.getItems());
    }
    if (schema.getAllOf() != null) {
      below.addAll(schema.getAllOf());
    }
    return below;
  }
}
