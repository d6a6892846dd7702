package accessreviews.odata.paths;

import accessreviews.refusal.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The paths of one version as a tree of segments. It reads every spelling that Graph accepts, and
 * knows the canonical one, in which resources are declared.
 */
public final class PathTree {
  private static final String KEY = "{id}";

  /** The result of looking up a path. */
  sealed interface Destination {}

  /**
   * A path that is served.
   *
   * @param path its canonical form, encoded; functions are without their parentheses
   * @param parameters the parameters of the function, as a query
   */
  public record Resource(String path, String parameters) implements Destination {}

  /** The beginning of a path that is served, but not a path itself. */
  record OnTheWay(String path) implements Destination {}

  /** An unknown path; {@code segment} is its first unknown segment, as sent. */
  record Unknown(String segment) implements Destination {}

  /** A function with wrong parameters. */
  record WrongParameter(Refused refusal) implements Destination {}

  private final String name;
  private final Map<String, PathTree> named = new LinkedHashMap<>();
  private final Map<String, Bound> operations = new LinkedHashMap<>();
  private @Nullable PathTree keyed;
  private boolean served;

  /** An action, a function or a type, which may be qualified. */
  private record Bound(PathTree tree, Map<String, String> parameters) {}

  private PathTree(String name) {
    this.name = name;
  }

  /** The tree of {@code templates}, each a path such as {@code definitions/{id}}. */
  static PathTree of(List<String> templates) {
    var root = new PathTree("");
    for (var template : templates) {
      var tree = root;
      for (var segment : List.of(template.split("/"))) {
        tree = tree.grown(segment);
      }
      tree.served = true;
    }
    return root;
  }

  private PathTree grown(String template) {
    if (template.equals(KEY)) {
      keyed = keyed == null ? new PathTree(KEY) : keyed;
      return keyed;
    }
    var segment = Segment.of(template);
    var key = segment.operation().toLowerCase(Locale.ROOT);
    if (segment.isQualified()) {
      return operations
          .computeIfAbsent(
              key, name -> new Bound(new PathTree(segment.operation()), segment.parameters()))
          .tree();
    }
    return named.computeIfAbsent(key, name -> new PathTree(template));
  }

  /**
   * The result for {@code segments}, which are encoded as sent, below {@code root}.
   *
   * @param query the parameters of the query by name, because OData lets functions take theirs from
   *     there
   */
  Destination destination(
      String root, List<String> segments, Function<String, @Nullable String> query) {
    var tree = this;
    var path = new ArrayList<>(List.of(root));
    var parameters = new StringJoiner("&");
    for (var sent : segments) {
      var segment = Segment.of(sent);
      if (segment.isDots()) {
        return new Unknown(sent);
      }
      var text = segment.text().toLowerCase(Locale.ROOT);
      var literal = tree.named.get(text);
      var collection =
          segment.arguments() == null
              ? literal
              : tree.named.get(segment.name().toLowerCase(Locale.ROOT));
      var operation =
          tree.operations.isEmpty()
              ? null
              : tree.operations.get(segment.operation().toLowerCase(Locale.ROOT));
      if (literal != null) {
        tree = literal;
        path.add(tree.name);
      } else if (operation != null) {
        for (var parameter : operation.parameters().entrySet()) {
          var name = parameter.getKey();
          var given =
              segment.arguments() == null ? query.apply(name) : segment.parameters().get(name);
          if (given == null) {
            return new WrongParameter(
                Refused.missing(name, "it must be '" + parameter.getValue() + "'"));
          }
          if (!given.equalsIgnoreCase(parameter.getValue())) {
            return new WrongParameter(Refused.invalid(name, "'" + parameter.getValue() + "'"));
          }
          parameters.add(name + "=" + parameter.getValue());
        }
        tree = operation.tree();
        path.add(tree.name);
      } else if (collection != null && collection.keyed != null && segment.key() != null) {
        path.add(collection.name);
        path.add(Segment.encoded(segment.key()));
        tree = collection.keyed;
      } else if (tree.keyed != null) {
        path.add(sent);
        tree = tree.keyed;
      } else {
        return new Unknown(sent);
      }
    }
    var spelled = String.join("/", path);
    return tree.served ? new Resource(spelled, parameters.toString()) : new OnTheWay(spelled);
  }
}
