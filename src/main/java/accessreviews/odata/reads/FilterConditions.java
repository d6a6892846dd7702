package accessreviews.odata.reads;

import accessreviews.odata.query.Expression;
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
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Turns the {@code $filter} of a request into a condition; refuses properties without an index. */
final class FilterConditions<E> {
  private static final String OPTION = "$filter";

  private final EntityType<E> type;
  private final boolean beta;
  private int parameters;

  FilterConditions(EntityType<E> type, boolean beta) {
    this.type = type;
    this.beta = beta;
  }

  Condition of(Expression filter) {
    return switch (filter) {
      case And and -> Condition.all(and.terms().stream().map(this::of).toList());
      case Or or -> Condition.any(or.terms().stream().map(this::of).toList());
      case Not not -> of(not.negated()).not();
      case Comparison(Path path, var operator, Literal value) -> compared(path, operator, value);
      case Comparison(Literal value, var operator, Path path) -> compared(path, operator, value);
      case In(Path path, var values) -> listed(path, values);
      case Call(var name, var arguments) when name.equals("contains") && arguments.size() == 2 ->
          containing(arguments.getFirst(), arguments.getLast());
      case Call call when call.name().equals("startswith") && call.arguments().size() == 2 ->
          beginning(call);
      case Lambda lambda -> some(lambda);
      case Path path -> throw notFilterable(path);
      case Comparison comparison -> throw unsupported(comparison);
      case In in -> throw unsupported(in);
      case Call call -> throw unsupported(call);
      case Literal literal -> throw unsupported(literal);
    };
  }

  private Condition compared(Path path, Operator operator, Literal value) {
    var property = property(path);
    var column = property.column();
    if (column == null || !property.operators().contains(operator)) {
      throw notFilterable(path);
    }
    var equal = text(column, value).map(text -> equal(column, text)).orElse(Condition.NEVER);
    return operator == Operator.EQ ? equal : equal.not();
  }

  private Condition listed(Path path, List<Expression> values) {
    var property = property(path);
    var column = property.column();
    if (column == null || !property.listed()) {
      throw notFilterable(path);
    }
    var known =
        values.stream()
            .map(value -> value instanceof Literal literal ? literal : refuse(value))
            .flatMap(value -> text(column, value).stream())
            .flatMap(text -> column.parse().apply(text).stream())
            .map(Objects::requireNonNull)
            .distinct()
            .toList();
    if (known.isEmpty()) {
      return Condition.NEVER;
    }
    if (column.inAnyCase()) {
      return Condition.any(known.stream().map(value -> indexed(column, value)).toList());
    }
    var parameter = parameter();
    return Condition.of(column.hql() + " in :" + parameter, parameter, known);
  }

  private Literal refuse(Expression value) {
    throw unsupported(value);
  }

  private Condition equal(Column<E> column, String text) {
    var key = column.parse().apply(text);
    if (key.isEmpty()) {
      return Condition.NEVER;
    }
    var indexed = indexed(column, key.get());
    var whole = column.whole();
    if (whole == null) {
      return indexed;
    }
    var other = parameter();
    return indexed.and(Condition.of(whole + " = :" + other, other, text));
  }

  private Condition indexed(Column<E> column, Object value) {
    var parameter = parameter();
    return Condition.of(column.hql() + " = " + column.bound(parameter), parameter, value);
  }

  /**
   * The text of a constant; empty if its type differs from the column's, because it then equals no
   * value.
   */
  private static Optional<String> text(Column<?> column, Literal value) {
    return column.kinds().contains(value.kind()) ? Optional.of(value.text()) : Optional.empty();
  }

  /** At least one member of a collection equals a constant. */
  private Condition some(Lambda lambda) {
    var property = property(lambda.collection());
    var column = property.column();
    if (column == null
        || !property.collection()
        || lambda.all()
        || !(lambda.condition() instanceof Comparison(Path(var names), var operator, Literal value))
        || !names.equals(List.of(lambda.variable()))
        || operator != Operator.EQ) {
      throw notFilterable(lambda.collection());
    }
    var parameter = parameter();
    return text(column, value)
        .map(
            text ->
                Condition.of(
                    "cast(sql('? @> array[cast(? as text)]', %s, :%s) as Boolean)"
                        .formatted(column.hql(), parameter),
                    parameter,
                    text))
        .orElse(Condition.NEVER);
  }

  /** A text that begins with a constant, as the index has it. */
  private Condition beginning(Call call) {
    if (!(call.arguments().getFirst() instanceof Path path)
        || !(call.arguments().getLast() instanceof Literal text)
        || text.kind() != LiteralType.STRING) {
      throw unsupported(call);
    }
    var property = property(path);
    var column = property.column();
    if (column == null || !property.prefixed()) {
      throw unsupported(call);
    }
    var parameter = parameter();
    var whole = column.whole() == null ? column.hql() : column.whole();
    var indexed =
        Condition.of(
            column.hql() + " like :" + parameter + " escape '\\'",
            parameter,
            literally(Column.beginning(text.text())) + "%");
    var other = parameter();
    return indexed.and(
        Condition.of(
            whole + " like :" + other + " escape '\\'", other, literally(text.text()) + "%"));
  }

  private static String literally(String text) {
    return text.replaceAll("[\\\\%_]", "\\\\$0");
  }

  private Condition containing(Expression where, Expression what) {
    if (!(where instanceof Path path)
        || !(what instanceof Literal text)
        || text.kind() != LiteralType.STRING) {
      throw unsupported(where);
    }
    var searched = type.searched(path.toString()).orElseThrow(() -> notFilterable(path));
    var parameter = parameter();
    return Condition.of(
        searched + " ilike :" + parameter + " escape '\\'",
        parameter,
        "%" + literally(text.text()) + "%");
  }

  private String parameter() {
    return "filter" + ++parameters;
  }

  private Property<E> property(Path path) {
    return type.property(OPTION, path.toString(), beta);
  }

  private Refused notFilterable(Path path) {
    if (!path.toString().contains("/")) {
      property(path);
    }
    return unsupported(path);
  }

  private Refused unsupported(Expression filter) {
    var filterable =
        Stream.concat(
                type.properties().stream()
                    .filter(
                        property ->
                            property.collection()
                                || (property.column() != null && !property.operators().isEmpty()))
                    .map(Property::filters),
                type.searched().keySet().stream()
                    .sorted()
                    .map(path -> "contains(" + path + ",'…')"))
            .collect(Collectors.joining(", "));
    return new Refused(
        Refusal.INVALID_QUERY_OPTION,
        OPTION,
        "The filter '%s' is not supported on type 'microsoft.graph.%s'. Filterable are: %s; combined by and, or, not."
            .formatted(filter, type.name(), filterable));
  }
}
