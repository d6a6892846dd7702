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
 * A type of resources as the read engine knows it: its properties, and how they are filtered,
 * ordered and shown.
 *
 * @param name Graph's name of the type, without namespace
 * @param entity the class that Hibernate maps
 * @param id the key; it orders rows that are equal otherwise
 * @param view the wire form of one row of a list
 * @param properties in the order of the Graph reference
 * @param searched the HQL of texts that {@code contains} can search, by their path
 * @param order the order of a list without {@code $orderby}
 * @param next the column that orders rows with equal {@code $orderby} values, before their id; null
 *     if only the id does
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

  /** A type whose rows with equal {@code $orderby} values are ordered by id. */
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

  /** The prefix of the columns of a row in HQL. */
  public static final String ROW = "e.";

  /** The property called {@code name}, in any case; refuses unknown names. */
  Property<E> property(String option, String name, boolean beta) {
    return find(name, beta).orElseThrow(() -> noSuch(option, name));
  }

  /**
   * The property called {@code name}, if it is a whole member; refuses parts such as {@code
   * principal/id}.
   */
  Property<E> member(String option, String name, boolean beta) {
    var property = property(option, name, beta);
    if (property.name().contains("/")) {
      throw noSuch(option, name);
    }
    return property;
  }

  /** Of the properties called {@code names} those that a view may leave out. */
  List<Property<E>> selectable(List<String> names) {
    return properties.stream()
        .filter(property -> property.selectable() != null && names.contains(property.name()))
        .toList();
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

  /** The HQL of the text at {@code path}, if {@code contains} can search it. */
  Optional<String> searched(String path) {
    return searched.entrySet().stream()
        .filter(entry -> entry.getKey().equalsIgnoreCase(path))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
