package accessreviews.odata.paths;

import static java.util.stream.Collectors.toUnmodifiableSet;

import accessreviews.odata.paths.PathTree.Destination;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The paths that are served: those below the service roots by version, and the others. */
public final class ServedPaths {
  private static final String V1 = "v1.0";
  private static final String BETA = "beta";

  private final Map<String, PathTree> versions;
  private final Set<String> outside;
  private final Set<String> open;

  ServedPaths(DeclaredPaths declared) {
    versions =
        Map.of(
            V1,
            PathTree.of(declared.inBoth()),
            BETA,
            PathTree.of(
                Stream.concat(declared.inBoth().stream(), declared.onlyInBeta().stream())
                    .toList()));
    outside = Set.copyOf(declared.outside());
    open =
        declared.open().stream()
            .flatMap(
                path ->
                    Stream.of(V1, BETA)
                        .map(version -> path.replace(DeclaredPaths.VERSION, "/" + version)))
            .collect(toUnmodifiableSet());
  }

  /** Whether {@code path} is below a service root, or is one. */
  public static boolean contain(String path) {
    return version(path) != null;
  }

  /** The version whose root {@code path} begins with, in its own spelling; null elsewhere. */
  private static @Nullable String version(String path) {
    for (var version : List.of(V1, BETA)) {
      var end = version.length() + 1;
      if (path.startsWith("/")
          && path.regionMatches(true, 1, version, 0, version.length())
          && (path.length() == end || path.charAt(end) == '/')) {
        return version;
      }
    }
    return null;
  }

  /** Whether {@code path} is outside of the service roots, and served. */
  boolean isOutside(String path) {
    return outside(path).isPresent();
  }

  /** The template outside of the service roots by which {@code path} is served. */
  Optional<String> outside(String path) {
    return templateOf(path.endsWith("/") ? path.substring(0, path.length() - 1) : path, outside);
  }

  /** Whether {@code path} needs no token. */
  boolean isOpen(String path) {
    return templateOf(path, open).isPresent();
  }

  private static Optional<String> templateOf(String path, Set<String> templates) {
    return templates.contains(path)
        ? Optional.of(path)
        : templates.stream()
            .filter(template -> template.indexOf('{') >= 0)
            .filter(template -> fits(segments(template, 0), segments(path, 0)))
            .findFirst();
  }

  private static boolean fits(List<String> template, List<String> path) {
    return (template.getLast().equals(DeclaredPaths.REST)
            ? path.size() >= template.size()
            : path.size() == template.size())
        && IntStream.range(0, template.size())
            .allMatch(i -> template.get(i).startsWith("{") || template.get(i).equals(path.get(i)));
  }

  /** The result of looking up {@code path} in any spelling; empty outside of the service roots. */
  Optional<Destination> destination(String path, @Nullable String query) {
    var version = version(path);
    return version == null
        ? Optional.empty()
        : Optional.of(
            Objects.requireNonNull(versions.get(version))
                .destination(
                    "/" + version,
                    segments(path, version.length() + 1),
                    name -> parameter(query, name)));
  }

  /** Whether {@code path}, below a service root, has {@code name} as its only segment. */
  public static boolean isOnly(String name, String path) {
    var segments = segments(path, 0);
    return segments.size() == 1
        && Segment.of(segments.getFirst())
            .text()
            .toLowerCase(Locale.ROOT)
            .equals(name.toLowerCase(Locale.ROOT));
  }

  private static List<String> segments(String path, int start) {
    var segments = new ArrayList<String>();
    var begin = start;
    while (begin < path.length()) {
      var slash = path.indexOf('/', begin);
      var end = slash < 0 ? path.length() : slash;
      if (end > begin) {
        segments.add(path.substring(begin, end));
      }
      begin = end + 1;
    }
    return segments;
  }

  private static @Nullable String parameter(@Nullable String query, String name) {
    try {
      var values = new QueryStringDecoder(query == null ? "" : query, false).parameters().get(name);
      return values == null ? null : values.getFirst().replaceAll("^'(.*)'$", "$1");
    } catch (IllegalArgumentException e) {
      return null; // no query that can be read
    }
  }
}
