package accessreviews.odata.reads;

import accessreviews.odata.ServiceRoot;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What callers can ask of the resources of one type.
 *
 * @param name Graph's, without namespace
 * @param entity as Hibernate knows it; what follows from others is only known here
 * @param id the key; it settles the order of what is equal otherwise
 * @param view one of a list as it is shown
 * @param properties in the order of the reference
 * @param searched by their paths the texts that {@code contains} looks at, as HQL
 * @param order of a list without {@code $orderby}
 * @param next what rows follow one another by that are equal in {@code $orderby}, before their id;
 *     null where it is only the id
 */
public record EntityType<E>(
    String name,
    Class<E> entity,
    Function<E, UUID> id,
    BiFunction<E, ServiceRoot, Object> view,
    List<Property<E>> properties,
    Map<String, String> searched,
    Column<E> order,
    @Nullable Column<E> next) {

  /** A type whose rows that are equal in {@code $orderby} follow one another by their id. */
  public EntityType(
      String name,
      Class<E> entity,
      Function<E, UUID> id,
      BiFunction<E, ServiceRoot, Object> view,
      List<Property<E>> properties,
      Map<String, String> searched,
      Column<E> order) {
    this(name, entity, id, view, properties, searched, order, null);
  }

  /** What leads to the columns of a row in HQL. */
  public static final String ROW = "e.";

  /** The property that callers call {@code name}, in any case; refuses names of nothing. */
  Property<E> property(String option, String name, boolean beta) {
    return find(name, beta).orElseThrow(() -> noSuch(option, name));
  }

  /** The member that callers call {@code name}: no part of one, such as {@code principal/id}. */
  Property<E> member(String option, String name, boolean beta) {
    var property = property(option, name, beta);
    if (property.name().contains("/")) {
      throw noSuch(option, name);
    }
    return property;
  }

  private Refused noSuch(String option, String name) {
    return new Refused(
        Refusal.INVALID_QUERY_OPTION,
        option,
        "Could not find a property named '%s' on type 'microsoft.graph.%s'."
            .formatted(name, this.name));
  }

  private Optional<Property<E>> find(String name, boolean beta) {
    return properties.stream()
        .filter(
            property -> property.name().equalsIgnoreCase(name) && (beta || !property.onlyBeta()))
        .findFirst();
  }

  /** The HQL of the text at {@code path}, where {@code contains} may look at it. */
  Optional<String> searched(String path) {
    return searched.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(path))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
