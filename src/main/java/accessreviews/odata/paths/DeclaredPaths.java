package accessreviews.odata.paths;

import static java.util.function.Predicate.not;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The paths that resources declare by {@code @Path}, {@link OnlyInBeta}, {@link Qualified} and
 * {@link Open}. They are read at build and by tests; the running service has the outcome only.
 *
 * @param inBoth below both service roots, such as {@code users/{id}}; names that may be qualified
 *     are, and functions have their parameters
 * @param onlyInBeta the same, below {@code /beta} alone
 * @param outside whole paths outside the service roots, such as {@code /history/{id}}
 * @param open whole paths that need no token; {@code {version}} stands for either root
 */
public record DeclaredPaths(
    List<String> inBoth, List<String> onlyInBeta, List<String> outside, List<String> open) {
  static final String VERSION = "/{version}";
  static final String KEY = "{id}";

  /** Stands for one or more segments at the end of a path: a parameter with a pattern. */
  static final String REST = "{rest}";

  /** One method of a resource that answers requests, its own or inherited. */
  private record Declared(Class<?> resource, Method method, String path) {
    boolean onlyInBeta() {
      return method.isAnnotationPresent(OnlyInBeta.class)
          || resource.isAnnotationPresent(OnlyInBeta.class);
    }

    @Nullable String qualified() {
      var declared = method.getAnnotation(Qualified.class);
      if (declared == null) {
        return null;
      }
      var name = Segment.NAMESPACE + path.substring(path.lastIndexOf('/') + 1);
      return declared.value().isEmpty() ? name : name + "(" + declared.value() + ")";
    }
  }

  /** What {@code resources} declare together. */
  public static DeclaredPaths of(Collection<Class<?>> resources) {
    var declared = resources.stream().flatMap(DeclaredPaths::methods).toList();
    var qualified = new HashMap<String, String>();
    for (var one : declared) {
      var name = one.qualified();
      if (name != null) {
        qualified.put(one.path(), name);
      }
    }
    var inBoth = new TreeSet<String>();
    var onlyInBeta = new TreeSet<String>();
    var outside = new TreeSet<String>();
    var open = new TreeSet<String>();
    for (var one : declared) {
      if (one.method().isAnnotationPresent(Open.class)) {
        open.add(one.path());
      }
      if (!one.path().startsWith(VERSION)) {
        outside.add(one.path());
      } else if (one.onlyInBeta()) {
        onlyInBeta.add(template(one.path(), qualified));
      } else {
        inBoth.add(template(one.path(), qualified));
      }
    }
    onlyInBeta.removeAll(inBoth);
    return new DeclaredPaths(
        List.copyOf(inBoth), List.copyOf(onlyInBeta), List.copyOf(outside), List.copyOf(open));
  }

  /**
   * {@code path}, a template such as {@code /{version}/users/{user}}, with the parameters of its
   * functions as {@code version} has it; empty where it has no such path.
   */
  public Optional<String> in(String version, String path) {
    var generic = plain(path).substring(VERSION.length() + 1);
    return Stream.concat(inBoth.stream(), onlyInBeta.stream().filter(one -> version.equals("beta")))
        .filter(template -> unqualified(template).equals(generic))
        .map(template -> "/" + version + called(path, template))
        .findFirst();
  }

  private static String called(String path, String template) {
    var called = new StringBuilder();
    var names = List.of(path.substring(VERSION.length() + 1).split("/"));
    var declared = List.of(template.split("/"));
    for (var i = 0; i < names.size(); i++) {
      var segment = declared.get(i);
      var arguments = segment.indexOf('(');
      called
          .append('/')
          .append(names.get(i))
          .append(arguments < 0 ? "" : segment.substring(arguments));
    }
    return called.toString();
  }

  private static String unqualified(String template) {
    return template.replace(Segment.NAMESPACE, "").replaceAll("\\([^()]*+\\)", "");
  }

  private static Stream<Declared> methods(Class<?> resource) {
    var root = resource.getAnnotation(Path.class);
    return root == null
        ? Stream.empty()
        : Arrays.stream(resource.getMethods())
            .filter(DeclaredPaths::answers)
            .map(method -> new Declared(resource, method, plain(path(root, method))));
  }

  private static boolean answers(Method method) {
    return Arrays.stream(method.getAnnotations())
        .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class));
  }

  /** The whole path of {@code method} in a resource at {@code root}. */
  private static String path(Path root, Method method) {
    var below = method.getAnnotation(Path.class);
    return below == null ? root.value() : root.value() + "/" + below.value();
  }

  /** {@code path} with one name for every key and no slash too many. */
  private static String plain(String path) {
    var plain = new StringJoiner("/", "/", "");
    Arrays.stream(path.split("/"))
        .filter(not(String::isEmpty))
        .map(DeclaredPaths::plainSegment)
        .map(segment -> segment.startsWith("{version") ? VERSION.substring(1) : segment)
        .forEach(plain::add);
    return plain.toString();
  }

  private static String plainSegment(String segment) {
    if (!segment.startsWith("{") || segment.startsWith("{version")) {
      return segment;
    }
    return segment.contains(":") ? REST : KEY;
  }

  private static String template(String path, Map<String, String> qualified) {
    var template = new StringJoiner("/");
    var end = VERSION.length();
    while (end < path.length()) {
      var begin = end + 1;
      end = path.indexOf('/', begin) < 0 ? path.length() : path.indexOf('/', begin);
      template.add(
          Objects.requireNonNullElse(
              qualified.get(path.substring(0, end)), path.substring(begin, end)));
    }
    return template.toString();
  }
}
