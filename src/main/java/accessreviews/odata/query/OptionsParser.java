package accessreviews.odata.query;

import accessreviews.odata.query.QueryOptions.Expand;
import accessreviews.odata.query.QueryOptions.Order;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads query options: those of a request, and those in the parentheses of {@code $expand}. */
public final class OptionsParser {
  private static final int LARGEST_TOP = 999;
  private static final int LARGEST_SKIP = Integer.MAX_VALUE - LARGEST_TOP;
  private static final int LARGEST_EXPANDED = 100;
  private static final int DEEPEST_EXPAND = 3;

  private final Map<String, String> texts = new LinkedHashMap<>();
  private final int depth;
  private Optional<Expression> filter = Optional.empty();
  private Optional<Order> orderBy = Optional.empty();
  private List<String> select = List.of();
  private List<Expand> expand = List.of();
  private OptionalInt top = OptionalInt.empty();
  private int skip;
  private boolean count;
  private Optional<String> skipToken = Optional.empty();

  private OptionsParser(int depth) {
    this.depth = depth;
  }

  /** The options of a request, by their names with {@code $} and in lower case. */
  public static QueryOptions parse(Map<String, String> sent) {
    var options = new OptionsParser(0);
    sent.forEach(options::read);
    return options.read();
  }

  private QueryOptions read() {
    return new QueryOptions(
        Collections.unmodifiableMap(texts),
        filter,
        orderBy,
        select,
        expand,
        top,
        skip,
        count,
        skipToken);
  }

  private void read(String name, String text) {
    texts.put(name, text);
    switch (name) {
      case "$top" -> top = OptionalInt.of(number(name, name, text, 1, LARGEST_TOP));
      case "$skip" -> skip = number(name, name, text, 0, LARGEST_SKIP);
      case "$skiptoken" -> skipToken = Optional.of(text);
      case "$format" -> requireJson(text);
      default -> {
        var tokens = Tokens.of(name, text, Limits.REQUEST);
        value(name, tokens, name);
        tokens.requireEnd();
      }
    }
  }

  /** Reads the value of {@code name}; {@code sent} is its name as the caller wrote it. */
  private void value(String name, Tokens tokens, String sent) {
    switch (name) {
      case "$filter" -> filter = Optional.of(new FilterParser(tokens, Limits.REQUEST).expression());
      case "$orderby" -> orderBy = Optional.of(order(tokens));
      case "$select" -> select = names(tokens);
      case "$expand" -> expand = expands(tokens);
      case "$count" -> count = truth(tokens);
      default -> throw unsupported(tokens.option(), sent);
    }
  }

  /** The option {@code sent} does not exist, or not here. */
  public static Refused unsupported(String target, String sent) {
    return new Refused(
        Refusal.INVALID_QUERY_OPTION,
        target,
        "The query parameter '%s' is not supported.".formatted(sent));
  }

  private static Order order(Tokens tokens) {
    var property = path(tokens);
    var descending = tokens.skipWord("desc");
    if (!descending) {
      tokens.skipWord("asc");
    }
    if (tokens.peek().is(",")) {
      throw tokens.refused("expected one property to order by, found a further one");
    }
    return new Order(property, descending);
  }

  private static List<String> names(Tokens tokens) {
    var names = new ArrayList<String>();
    do {
      names.add(tokens.skip("*") ? "*" : path(tokens));
    } while (tokens.skip(","));
    return List.copyOf(names);
  }

  private static String path(Tokens tokens) {
    var path = new StringBuilder(tokens.requireName("the name of a property"));
    while (tokens.skip("/")) {
      path.append('/').append(tokens.requireName("the name of a property"));
    }
    return path.toString();
  }

  private List<Expand> expands(Tokens tokens) {
    if (depth == DEEPEST_EXPAND) {
      throw tokens.refused("it expands deeper than %d levels".formatted(DEEPEST_EXPAND));
    }
    var expands = new ArrayList<Expand>();
    do {
      var property = path(tokens);
      if (expands.stream().anyMatch(other -> other.property().equalsIgnoreCase(property))) {
        throw tokens.refused("it names '%s' twice".formatted(property));
      }
      expands.add(new Expand(property, nested(tokens)));
    } while (tokens.skip(","));
    return List.copyOf(expands);
  }

  private QueryOptions nested(Tokens tokens) {
    var options = new OptionsParser(depth + 1);
    if (tokens.skip("(")) {
      do {
        options.nestedOption(tokens);
      } while (tokens.skip(";"));
      tokens.require(")");
    }
    return options.read();
  }

  private void nestedOption(Tokens tokens) {
    var sent = tokens.requireName("a query option");
    var lower = sent.toLowerCase(Locale.ROOT);
    var name = lower.startsWith("$") ? lower : "$" + lower;
    if (texts.containsKey(name)) {
      throw tokens.refused("the query option '%s' is given twice".formatted(sent));
    }
    if (!tokens.peek().is("=")) {
      throw tokens.unexpected("'='");
    }
    tokens.next();
    var start = tokens.peek().start();
    if (name.equals("$top")) {
      var text = tokens.next().text();
      top = OptionalInt.of(number(tokens.option(), name, text, 1, LARGEST_EXPANDED));
    } else {
      value(name, tokens, sent);
    }
    texts.put(name, tokens.since(start));
  }

  private static boolean truth(Tokens tokens) {
    if (tokens.skipWord("true")) {
      return true;
    }
    if (tokens.skipWord("false")) {
      return false;
    }
    throw tokens.unexpected("true or false");
  }

  private static int number(String target, String option, String text, int least, int most) {
    try {
      var number = Integer.parseInt(text);
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // refused below, as a number out of range is
    }
    throw new Refused(
        Refusal.INVALID_QUERY_OPTION,
        target,
        "Invalid value '%s' for the query option '%s': expected a whole number from %d to %d."
            .formatted(text, option, least, most));
  }

  private static void requireJson(String format) {
    var type = format.toLowerCase(Locale.ROOT);
    if (!type.equals("json") && !type.startsWith("application/json")) {
      throw new Refused(
          Refusal.INVALID_QUERY_OPTION,
          "$format",
          "Invalid value '%s' for the query option '$format': expected json.".formatted(format));
    }
  }
}
