package accessreviews.odata.query;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A URL below a service root, such as {@code /v1.0/groups/{id}/owners?$filter=…}. Its text is its
 * canonical form.
 *
 * @param root the service root in lower case; empty if the URL has none
 * @param relative whether it is relative to another resource, such as {@code ./owners}
 * @param path the segments; a key is a segment of its own, in any notation
 * @param options in their order
 */
public record GraphUrl(String root, boolean relative, List<String> path, List<Option> options) {
  private static final String HERE = "./";
  private static final Pattern KEY = Pattern.compile("([^()']+)\\('?([^()']+)'?\\)");

  /** A query option, with {@code $} in its name. */
  public sealed interface Option {
    /** The option {@code $filter}. */
    record Filter(Expression expression) implements Option {
      @Override
      public String toString() {
        return "$filter=" + expression;
      }
    }

    /** Any other option, its value as text; {@code name} is in lower case. */
    record Other(String name, String value) implements Option {
      @Override
      public String toString() {
        return name + "=" + value;
      }
    }
  }

  /** The URL in {@code text}, percent-encoded or not; refuses text that is not a URL. */
  public static GraphUrl parse(String text) {
    var start = text.indexOf('?');
    var address = start < 0 ? text : text.substring(0, start);
    var options = start < 0 ? List.<Option>of() : options(text.substring(start + 1));
    var relative = address.startsWith(HERE);
    var segments = segments(relative ? address.substring(HERE.length()) : address);
    if (!relative && segments.size() > 1 && isRoot(segments.getFirst())) {
      return new GraphUrl(
          segments.getFirst().toLowerCase(Locale.ROOT),
          false,
          segments.subList(1, segments.size()),
          options);
    }
    return new GraphUrl("", relative, segments, options);
  }

  private static boolean isRoot(String segment) {
    return segment.equalsIgnoreCase("v1.0") || segment.equalsIgnoreCase("beta");
  }

  private static List<String> segments(String address) {
    var from = address.startsWith("/") ? 1 : 0;
    var end =
        address.length() > 1 && address.endsWith("/") ? address.length() - 1 : address.length();
    var segments = new ArrayList<String>();
    for (var segment : address.substring(from, Math.max(from, end)).split("/", -1)) {
      if (segment.isEmpty()) {
        throw malformed("a segment of its path is empty");
      }
      segments.addAll(withKey(segment));
    }
    return List.copyOf(segments);
  }

  private static List<String> withKey(String segment) {
    if (segment.indexOf('(') < 0) {
      return List.of(segment);
    }
    var key = KEY.matcher(segment);
    return key.matches() ? List.of(key.group(1), key.group(2)) : List.of(segment);
  }

  private static List<Option> options(String text) {
    var options = new ArrayList<Option>();
    for (var sent : text.split("&", -1)) {
      var option = decoded(sent).strip();
      if (!option.isEmpty()) {
        options.add(option(option));
      }
    }
    return List.copyOf(options);
  }

  private static Option option(String text) {
    var equals = text.indexOf('=');
    if (equals < 0) {
      throw malformed("its option '%s' has no value".formatted(text));
    }
    var name = text.substring(0, equals).strip().toLowerCase(Locale.ROOT);
    var value = text.substring(equals + 1).strip();
    return name.equals("$filter")
        ? new Option.Filter(FilterParser.parse(name, value, Limits.BODY))
        : new Option.Other(name, value);
  }

  private static String decoded(String option) {
    String decoded;
    try {
      decoded = URLDecoder.decode(option, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed("it has a stray percent sign");
    }
    if (decoded.indexOf('\0') >= 0) {
      throw malformed("it has a NUL character"); // no text of the database has one
    }
    return decoded;
  }

  private static Refused malformed(String why) {
    return new Refused(
        Refusal.QUERY_NOT_SUPPORTED, "query", "This is not a Graph URL: " + why + ".");
  }

  /** The filter, if there is one. */
  public Optional<Expression> filter() {
    return options.stream()
        .filter(Option.Filter.class::isInstance)
        .map(option -> ((Option.Filter) option).expression())
        .findFirst();
  }

  /** The terms of the filter, which all have to hold. */
  public List<Expression> terms() {
    return filter().map(Expression::conjuncts).orElse(List.of());
  }

  /** The constants that terms of the filter compare with {@code property}. */
  public List<String> compared(String property, Expression.Operator operator) {
    return terms().stream()
        .flatMap(
            term ->
                term
                            instanceof
                            Expression.Comparison(
                                Expression.Path path,
                                var actual,
                                Expression.Literal constant)
                        && actual == operator
                        && path.toString().equals(property)
                    ? Stream.of(constant.text())
                    : Stream.empty())
        .toList();
  }

  /** The options other than the filter. */
  public List<Option.Other> others() {
    return options.stream()
        .filter(Option.Other.class::isInstance)
        .map(Option.Other.class::cast)
        .toList();
  }

  /**
   * The URL without service root and {@code $count}, its names in lower case. Constants stay as
   * they were sent.
   */
  public GraphUrl question() {
    return new GraphUrl(
        "",
        relative,
        path.stream().map(segment -> segment.toLowerCase(Locale.ROOT)).toList(),
        options.stream()
            .filter(option -> !isCount(option))
            .map(
                option ->
                    option instanceof Option.Filter(var expression)
                        ? new Option.Filter(expression.inLowerCase())
                        : option)
            .toList());
  }

  /** Whether the URL asks for a count. */
  public boolean isCounted() {
    return options.stream().anyMatch(GraphUrl::isCount);
  }

  private static boolean isCount(Option option) {
    return option instanceof Option.Other other
        && other.name().equals("$count")
        && other.value().equalsIgnoreCase("true");
  }

  @Override
  public String toString() {
    var address =
        (root.isEmpty() ? "" : "/" + root) + (relative ? "." : "") + "/" + String.join("/", path);
    return options.isEmpty()
        ? address
        : address + "?" + options.stream().map(Option::toString).collect(Collectors.joining("&"));
  }
}
