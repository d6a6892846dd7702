package accessreviews.odata.query;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A {@code $filter} as a tree. Its text is the canonical form: single blanks, and only the
 * necessary parentheses.
 */
public sealed interface Expression {

  /** All of {@code terms}, none of which is an {@code And}. */
  record And(List<Expression> terms) implements Expression {
    @Override
    public String toString() {
      return terms.stream()
          .map(term -> term instanceof Or ? "(" + term + ")" : term.toString())
          .collect(Collectors.joining(" and "));
    }
  }

  /** At least one of {@code terms}, none of which is an {@code Or}. */
  record Or(List<Expression> terms) implements Expression {
    @Override
    public String toString() {
      return joined(terms, " or ");
    }
  }

  /** The negation of {@code negated}. */
  record Not(Expression negated) implements Expression {
    @Override
    public String toString() {
      return "not (" + negated + ")";
    }
  }

  /** Two values compared: {@code left} is {@code operator} {@code right}. */
  record Comparison(Expression left, Operator operator, Expression right) implements Expression {
    @Override
    public String toString() {
      return left + " " + operator.word() + " " + right;
    }
  }

  /** {@code value} is one of {@code list}. */
  record In(Expression value, List<Expression> list) implements Expression {
    @Override
    public String toString() {
      return value + " in (" + joined(list, ",") + ")";
    }
  }

  /** A function of {@code arguments}, such as {@code contains}; {@code name} is in lower case. */
  record Call(String name, List<Expression> arguments) implements Expression {
    @Override
    public String toString() {
      return name + "(" + joined(arguments, ",") + ")";
    }
  }

  /**
   * {@code condition} holds for some (or {@code all}) members of a collection, each of them called
   * {@code variable}.
   */
  record Lambda(Path collection, boolean all, String variable, Expression condition)
      implements Expression {
    /** The same condition with another name for its variable, for comparisons. */
    public Lambda renamed(String other) {
      return condition instanceof Comparison(Path(var names), var operator, var value)
              && names.equals(List.of(variable))
          ? new Lambda(
              collection, all, other, new Comparison(new Path(List.of(other)), operator, value))
          : this;
    }

    @Override
    public String toString() {
      return collection + (all ? "/all(" : "/any(") + variable + ":" + condition + ")";
    }
  }

  /** A property, or a property of a property; a name with a dot is a cast to that type. */
  record Path(List<String> names) implements Expression {
    private Path lower() {
      return new Path(names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList());
    }

    @Override
    public String toString() {
      return String.join("/", names);
    }
  }

  /** A constant; {@code text} is its value, strings without their quotes. */
  record Literal(LiteralType kind, String text) implements Expression {
    @Override
    public String toString() {
      return kind == LiteralType.STRING ? "'" + text.replace("'", "''") + "'" : text;
    }
  }

  /** Types of constants. */
  enum LiteralType {
    STRING,
    GUID,
    NUMBER,
    BOOLEAN,
    DATE_TIME,
    NULL
  }

  /** A comparison operator. */
  enum Operator {
    EQ,
    NE,
    GT,
    GE,
    LT,
    LE;

    /** As OData writes it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The terms of a conjunction; this expression alone if it is not one. */
  default List<Expression> conjuncts() {
    return this instanceof And and ? and.terms() : List.of(this);
  }

  /** This expression with its names in lower case. Constants stay as they were sent. */
  default Expression inLowerCase() {
    return switch (this) {
      case And(var terms) -> new And(inLowerCase(terms));
      case Or(var terms) -> new Or(inLowerCase(terms));
      case Not(var negated) -> new Not(negated.inLowerCase());
      case Comparison(var left, var operator, var right) ->
          new Comparison(left.inLowerCase(), operator, right.inLowerCase());
      case In(var value, var list) -> new In(value.inLowerCase(), inLowerCase(list));
      case Call(var name, var arguments) -> new Call(name, inLowerCase(arguments));
      case Lambda(var collection, var all, var variable, var condition) ->
          new Lambda(
              collection.lower(), all, variable.toLowerCase(Locale.ROOT), condition.inLowerCase());
      case Path path -> path.lower();
      case Literal constant -> constant;
    };
  }

  private static List<Expression> inLowerCase(List<Expression> expressions) {
    return expressions.stream().map(Expression::inLowerCase).toList();
  }

  private static String joined(List<Expression> expressions, String between) {
    return expressions.stream().map(Expression::toString).collect(Collectors.joining(between));
  }
}
