package accessreviews.odata.paths;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One segment of a path in OData's forms: {@code name}, {@code name('key')}, {@code
 * namespace.operation(parameter='value')}.
 *
 * @param text decoded
 * @param name what stands before the parentheses, or all of it
 * @param arguments what stands between them; null without parentheses
 */
public record Segment(String text, String name, @Nullable String arguments) {

  // Quantifiers are possessive: callers without a token send what is matched here, and two that
  // take the same characters would try each way to share them.
  private static final Pattern CALL = Pattern.compile("\\s*+([^\\s()]++)\\s*+\\((.*)\\)\\s*+");
  private static final Pattern QUOTED_KEY =
      Pattern.compile("\\s*+(?:id\\s*+=\\s*+)?+'((?:[^']++|'')++)'\\s*+", Pattern.CASE_INSENSITIVE);
  private static final Pattern BARE_KEY = Pattern.compile("\\s*+([0-9a-zA-Z-]++)\\s*+");
  private static final Pattern PARAMETER =
      Pattern.compile("\\s*+(\\w++)\\s*+=\\s*+(?:[\\w.]*+'((?:[^']++|'')*+)'|[^',]*+)\\s*+(?:,|$)");
  private static final Set<String> DOTS = Set.of(".", "..");
  static final String NAMESPACE = "microsoft.graph.";

  /** The segment that {@code encoded} spells. */
  static Segment of(String encoded) {
    var text = decoded(encoded);
    if (text.indexOf('(') < 0) {
      return new Segment(text, text, null);
    }
    var call = CALL.matcher(text);
    return call.matches()
        ? new Segment(text, call.group(1), call.group(2))
        : new Segment(text, text, null);
  }

  private static String decoded(String segment) {
    if (segment.indexOf('%') < 0) {
      return segment;
    }
    try {
      return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return segment; // a percent sign that encodes nothing: no name that is served has one
    }
  }

  /** {@code text} as a segment of a path. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Whether the name is that of an operation with its namespace. */
  boolean isQualified() {
    return name.regionMatches(true, 0, NAMESPACE, 0, NAMESPACE.length());
  }

  /** The name without its namespace. */
  String operation() {
    return isQualified() ? name.substring(NAMESPACE.length()) : name;
  }

  /** The key between the parentheses, where there is one. */
  @Nullable String key() {
    if (arguments == null) {
      return null;
    }
    var quoted = QUOTED_KEY.matcher(arguments);
    if (quoted.matches()) {
      return quoted.group(1).replace("''", "'");
    }
    var bare = BARE_KEY.matcher(arguments);
    return bare.matches() ? bare.group(1) : null;
  }

  /** Whether this, or the key in it, would be read as the way up when it is put into a path. */
  boolean isDots() {
    return DOTS.contains(text) || DOTS.contains(String.valueOf(key()));
  }

  /** The parameters between the parentheses by their names in lower case. */
  Map<String, String> parameters() {
    var parameters = new LinkedHashMap<String, String>();
    var next = PARAMETER.matcher(arguments == null ? "" : arguments);
    while (next.lookingAt()) {
      var quoted = next.group(2);
      parameters.put(
          next.group(1).toLowerCase(Locale.ROOT), quoted == null ? "" : quoted.replace("''", "'"));
      next.region(next.end(), next.regionEnd());
    }
    return parameters;
  }

  /** {@code url} with those characters encoded that a URL cannot have. */
  public static String legal(String url) {
    var legal = new StringBuilder(url.length());
    for (var b : url.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7f && "\"#<>\\^`{|}".indexOf(b) < 0) {
        legal.append((char) b);
      } else {
        legal.append("%%%02X".formatted(b & 0xff));
      }
    }
    return legal.toString();
  }
}
