package accessreviews.odata.reads;

import accessreviews.odata.EdmDateTime;
import accessreviews.odata.Guid;
import accessreviews.odata.query.Expression.LiteralType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The column of a property: how it is filtered and ordered in HQL.
 *
 * @param hql the indexed expression that is compared and sorted; the entity is {@code e}
 * @param whole the full value, if the index holds only its beginning; otherwise null
 * @param parse the value of a text; empty if the text is not a value of this type
 * @param value the value in an entity
 * @param kinds the types of constants that the column is compared with
 * @param inAnyCase whether {@code hql} is in lower case, and what it is compared with has to be
 */
public record Column<E>(
    String hql,
    @Nullable String whole,
    Function<String, Optional<? extends Object>> parse,
    Function<E, ? extends Object> value,
    Set<LiteralType> kinds,
    boolean inAnyCase) {
  /** The indexed length of a text: PostgreSQL refuses index entries over 2,704 bytes. */
  private static final int INDEXED = 256;

  /** The last instant of Edm.DateTimeOffset; the database has later ones. */
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  /**
   * Stands for a missing instant: before all that this service writes, and not before 1582, where
   * JDBC changes the calendar.
   */
  private static final Instant NONE = Instant.parse("1900-01-01T00:00:00Z");

  /** Text columns are compared with strings and GUIDs. */
  private static final Set<LiteralType> TEXTS = Set.of(LiteralType.STRING, LiteralType.GUID);

  /** A GUID. */
  public static <E> Column<E> guid(String hql, Function<E, UUID> value) {
    return new Column<>(
        hql,
        null,
        text -> Guid.is(text) ? Optional.of(UUID.fromString(text)) : Optional.empty(),
        value,
        TEXTS,
        false);
  }

  /** A text that always fits into an index. */
  public static <E> Column<E> word(String hql, Function<E, String> value) {
    return new Column<>(hql, null, Optional::of, value, TEXTS, false);
  }

  /** A text of any length; the index holds its beginning. */
  public static <E> Column<E> text(String hql, Function<E, String> value) {
    return new Column<>(
        "left(%s, %d)".formatted(hql, INDEXED),
        hql,
        text -> Optional.of(beginning(text)),
        entity -> beginning(value.apply(entity)),
        TEXTS,
        false);
  }

  /** A name out of {@code names}; callers write it in any case. */
  public static <E, N extends Enum<N>> Column<E> name(
      String hql, Class<N> names, Function<E, N> value) {
    return new Column<>(
        hql,
        null,
        text ->
            Arrays.stream(names.getEnumConstants())
                .filter(name -> name.name().equalsIgnoreCase(text))
                .findFirst(),
        value,
        TEXTS,
        false);
  }

  /** A short text that callers write in any case. */
  public static <E> Column<E> wordInAnyCase(String hql, Function<E, String> value) {
    return new Column<>("lower(" + hql + ")", null, Optional::of, value, TEXTS, true);
  }

  /**
   * The parameter {@code name} as {@code hql} is compared with it. The database alone makes lower
   * case: Java's is another one for some letters, such as a final sigma.
   */
  String bound(String name) {
    return inAnyCase ? "lower(:" + name + ")" : ":" + name;
  }

  /** True or false. */
  public static <E> Column<E> flag(String hql, Function<E, Boolean> value) {
    return new Column<>(
        hql,
        null,
        text -> Optional.of(Boolean.valueOf(text)),
        value,
        Set.of(LiteralType.BOOLEAN),
        false);
  }

  /** An instant. */
  public static <E> Column<E> instant(String hql, Function<E, Instant> value) {
    return new Column<>(hql, null, Column::instant, value, TEXTS, false);
  }

  /** An instant that may be missing, which comes before all others. */
  public static <E> Column<E> instantOrNone(
      String hql, Function<E, ? extends @Nullable Instant> value) {
    return new Column<>(
        "sql('coalesce(?, timestamptz ''1900-01-01 00:00:00+00'')', %s)".formatted(hql),
        null,
        Column::instant,
        entity -> Objects.requireNonNullElse(value.apply(entity), NONE),
        TEXTS,
        false);
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(Instant.parse(text))
          .filter(instant -> !instant.isAfter(LATEST) && !instant.isBefore(EdmDateTime.FIRST));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static String beginning(String text) {
    return text.codePointCount(0, text.length()) <= INDEXED
        ? text
        : text.substring(0, text.offsetByCodePoints(0, INDEXED));
  }
}
