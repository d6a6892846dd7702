package accessreviews.odata.query;

import accessreviews.odata.query.Expression.And;
import accessreviews.odata.query.Expression.Call;
import accessreviews.odata.query.Expression.Comparison;
import accessreviews.odata.query.Expression.In;
import accessreviews.odata.query.Expression.Lambda;
import accessreviews.odata.query.Expression.Literal;
import accessreviews.odata.query.Expression.LiteralType;
import accessreviews.odata.query.Expression.Not;
import accessreviews.odata.query.Expression.Operator;
import accessreviews.odata.query.Expression.Or;
import accessreviews.odata.query.Expression.Path;
import accessreviews.refusal.Refused;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Reads a {@code $filter}, whole or up to the end of its option inside of {@code $expand}. */
public final class FilterParser {
  private static final String VALUE = "a property or a value";
  private static final Set<String> RESERVED =
      Set.of("and", "or", "eq", "ne", "gt", "ge", "lt", "le", "in");

  private final Tokens tokens;
  private final Limits limits;
  private int depth;
  private int terms;

  FilterParser(Tokens tokens, Limits limits) {
    this.tokens = tokens;
    this.limits = limits;
  }

  /** The filter in {@code text}; refuses text that is not a filter, and names {@code option}. */
  public static Expression parse(String option, String text, Limits limits) {
    var tokens = Tokens.of(option, text, limits);
    var filter = new FilterParser(tokens, limits).expression();
    tokens.requireEnd();
    return filter;
  }

  /** An expression, up to the first word that does not belong to it. */
  Expression expression() {
    var terms = new ArrayList<Expression>();
    do {
      var term = conjunction();
      terms.addAll(term instanceof Or or ? or.terms() : List.of(term));
    } while (tokens.skipWord("or"));
    return terms.size() == 1 ? terms.getFirst() : new Or(List.copyOf(terms));
  }

  private Expression conjunction() {
    var terms = new ArrayList<Expression>();
    do {
      terms.addAll(term().conjuncts());
    } while (tokens.skipWord("and"));
    return terms.size() == 1 ? terms.getFirst() : new And(List.copyOf(terms));
  }

  private Expression term() {
    if (tokens.skipWord("not")) {
      return deeper(() -> new Not(term()));
    }
    var left = operand();
    var operator = operator();
    if (operator.isPresent()) {
      tokens.next();
      count();
      return new Comparison(left, operator.get(), operand());
    }
    return tokens.skipWord("in") ? new In(left, list()) : left;
  }

  private Optional<Operator> operator() {
    return Arrays.stream(Operator.values())
        .filter(operator -> tokens.peek().isWord(operator.word()))
        .findFirst();
  }

  private Expression operand() {
    var token = tokens.peek();
    return switch (token.type()) {
      case STRING -> literal(LiteralType.STRING);
      case GUID -> literal(LiteralType.GUID);
      case NUMBER -> literal(LiteralType.NUMBER);
      case DATE_TIME -> literal(LiteralType.DATE_TIME);
      case NAME -> named(token.text());
      case SIGN -> {
        if (!token.is("(")) {
          throw tokens.unexpected(VALUE);
        }
        tokens.next();
        var inner = deeper(this::expression);
        tokens.require(")");
        yield inner;
      }
      case END -> throw tokens.unexpected(VALUE);
    };
  }

  private Literal literal(LiteralType kind) {
    return new Literal(kind, tokens.next().text());
  }

  private Expression named(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (RESERVED.contains(lower)) {
      throw tokens.unexpected(VALUE);
    }
    tokens.next();
    if (tokens.skip("(")) {
      return deeper(() -> call(lower));
    }
    if (tokens.peek().is("/")) {
      return path(name);
    }
    return switch (lower) {
      case "null" -> new Literal(LiteralType.NULL, lower);
      case "true", "false" -> new Literal(LiteralType.BOOLEAN, lower);
      default -> new Path(List.of(name));
    };
  }

  private Expression path(String first) {
    var names = new ArrayList<>(List.of(first));
    while (tokens.skip("/")) {
      var name = tokens.requireName("the name of a property");
      if (tokens.skip("(")) {
        return lambda(new Path(List.copyOf(names)), name);
      }
      names.add(name);
    }
    return new Path(List.copyOf(names));
  }

  /** {@code any(c:c eq 'x')}; Graph's pages write {@code Any}, too. */
  private Expression lambda(Path collection, String name) {
    var all = name.equalsIgnoreCase("all");
    if (!all && !name.equalsIgnoreCase("any")) {
      throw tokens.refused(
          "'%s' is no function of a collection: expected any or all".formatted(name));
    }
    count();
    var variable = tokens.requireName("the name of a variable");
    tokens.require(":");
    var condition = deeper(this::expression);
    tokens.require(")");
    return new Lambda(collection, all, variable, condition);
  }

  private Expression call(String name) {
    count();
    var arguments = new ArrayList<Expression>();
    if (!tokens.peek().is(")")) {
      do {
        arguments.add(expression());
      } while (tokens.skip(","));
    }
    tokens.require(")");
    return new Call(name, name.equals("isof") ? typed(arguments) : List.copyOf(arguments));
  }

  /**
   * The arguments of {@code isof}, whose type may be written with or without quotes; here it is a
   * string.
   */
  private static List<Expression> typed(List<Expression> arguments) {
    return arguments.stream()
        .map(
            argument ->
                argument instanceof Path path && path.toString().indexOf('.') > 0
                    ? new Literal(LiteralType.STRING, path.toString())
                    : argument)
        .toList();
  }

  private List<Expression> list() {
    tokens.require("(");
    var values = new ArrayList<Expression>();
    do {
      count();
      values.add(deeper(this::operand));
    } while (tokens.skip(","));
    tokens.require(")");
    return List.copyOf(values);
  }

  private void count() {
    if (++terms > limits.terms()) {
      throw tokens.refused("more than %d comparisons are not supported".formatted(limits.terms()));
    }
  }

  private <T> T deeper(Supplier<T> read) {
    if (++depth > Limits.DEPTH) {
      throw tooDeep();
    }
    try {
      return read.get();
    } finally {
      depth--;
    }
  }

  private Refused tooDeep() {
    return tokens.refused("it nests deeper than %d levels".formatted(Limits.DEPTH));
  }
}
