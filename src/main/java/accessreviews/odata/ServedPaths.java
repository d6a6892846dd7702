package accessreviews.odata;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The paths that are served below the service roots {@code /v1.0} and {@code /beta}. */
final class ServedPaths {
  private static final Pattern ROOT = Pattern.compile("/(v1\\.0|beta)(/.*)?");
  private static final List<List<String>> SERVED =
      List.of(
          List.of(
              "identityGovernance",
              "accessReviews",
              "definitions",
              "{id}",
              "instances",
              "{id}",
              "stages",
              "{id}"));

  /** The segments before the first collection: a resource is behind no fewer. */
  private static final int PREFIX = 2;

  private ServedPaths() {}

  static boolean contain(String path) {
    return ROOT.matcher(path).matches();
  }

  /** Whether a resource is at {@code path}, whatever the methods that it serves. */
  static boolean leadToResource(String path) {
    var match = ROOT.matcher(path);
    if (!match.matches() || match.group(2) == null || path.endsWith("/")) {
      return false;
    }
    var segments = segments(match.group(2));
    return segments.size() > PREFIX && unknownSegment(path).isEmpty();
  }

  /** The first segment of {@code path} below its service root that leads nowhere. */
  static Optional<String> unknownSegment(String path) {
    var match = ROOT.matcher(path);
    if (!match.matches() || match.group(2) == null || match.group(2).equals("/")) {
      return Optional.empty();
    }
    var segments = segments(match.group(2));
    var known = SERVED.stream().mapToInt(template -> served(template, segments)).max().orElse(0);
    return known < segments.size() ? Optional.of(segments.get(known)) : Optional.empty();
  }

  private static List<String> segments(String path) {
    return List.of(path.substring(1).split("/"));
  }

  private static int served(List<String> template, List<String> segments) {
    var known = 0;
    while (known < segments.size()
        && known < template.size()
        && (template.get(known).equals("{id}")
            || template.get(known).equals(segments.get(known)))) {
      known++;
    }
    return known;
  }
}
