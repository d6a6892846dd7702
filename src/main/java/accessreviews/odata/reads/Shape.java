package accessreviews.odata.reads;

import accessreviews.odata.query.QueryOptions;
import accessreviews.odata.reads.Navigation.Derived;
import accessreviews.odata.reads.Navigation.ToMany;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The shape of an answer: the selected properties of a resource, and its expansions.
 *
 * @param selected empty for all properties
 */
record Shape<E>(EntityType<E> type, List<String> selected, List<Expansion<E, ?>> expansions) {

  /**
   * One expanded property.
   *
   * @param query the options of an expanded collection; a single resource has only its type
   */
  record Expansion<P, C>(Navigation<P, C> navigation, CollectionQuery<C> query, Shape<C> shape) {}

  /** The shape that {@code options} ask for; refuses unknown properties. */
  static <E> Shape<E> of(
      EntityType<E> type, QueryOptions options, List<Navigation<?, ?>> navigations, boolean beta) {
    return new Shape<>(
        type,
        selected(type, options, navigations, beta),
        options.expand().stream()
            .<Expansion<E, ?>>map(
                expand ->
                    nested(
                        navigation(type, expand.property(), navigations, beta),
                        expand.options(),
                        navigations,
                        beta))
            .toList());
  }

  /** The nested expansion; its refusals name {@code $expand} as their target. */
  private static <E, C> Expansion<E, C> nested(
      Navigation<E, C> navigation,
      QueryOptions options,
      List<Navigation<?, ?>> navigations,
      boolean beta) {
    try {
      return expansion(navigation, options, navigations, beta);
    } catch (Refused refused) {
      throw new Refused(refused.reason(), "$expand", refused.sentence());
    }
  }

  private static <E> List<String> selected(
      EntityType<E> type, QueryOptions options, List<Navigation<?, ?>> navigations, boolean beta) {
    if (options.select().contains("*")) {
      return List.of();
    }
    return options.select().stream()
        .map(
            name ->
                navigations(type, name, navigations, beta)
                    .map(Navigation::name)
                    .findFirst()
                    .orElseGet(() -> type.member("$select", name, beta).name()))
        .distinct()
        .toList();
  }

  @SuppressWarnings("unchecked") // from() is E's type
  private static <E> Stream<Navigation<E, ?>> navigations(
      EntityType<E> type, String name, List<Navigation<?, ?>> navigations, boolean beta) {
    return navigations.stream()
        .filter(navigation -> navigation.from().entity().equals(type.entity()))
        .filter(navigation -> navigation.name().equalsIgnoreCase(name))
        .filter(navigation -> beta || !navigation.onlyBeta())
        .map(navigation -> (Navigation<E, ?>) navigation);
  }

  private static <E> Navigation<E, ?> navigation(
      EntityType<E> type, String name, List<Navigation<?, ?>> navigations, boolean beta) {
    return navigations(type, name, navigations, beta)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    Refusal.INVALID_QUERY_OPTION,
                    "$expand",
                    "Expand is not allowed for property '%s' according to the entity schema."
                        .formatted(name)));
  }

  private static <P, C> Expansion<P, C> expansion(
      Navigation<P, C> navigation,
      QueryOptions options,
      List<Navigation<?, ?>> navigations,
      boolean beta) {
    if (!(navigation instanceof ToMany)
        && options.texts().keySet().stream()
            .anyMatch(name -> !name.equals("$select") && !name.equals("$expand"))) {
      throw new Refused(
          Refusal.INVALID_QUERY_OPTION,
          "$expand",
          "The property '%s' is %s: only $select and $expand can be asked of it."
              .formatted(
                  navigation.name(),
                  navigation instanceof Derived ? "computed" : "a single resource"));
    }
    return new Expansion<>(
        navigation,
        CollectionQuery.of(navigation.to(), navigation.visible().get(), options, beta),
        of(navigation.to(), options, withoutWayBack(navigation.from(), navigations), beta));
  }

  /**
   * The navigations that do not lead back to {@code above}; an answer with cycles would multiply.
   */
  private static List<Navigation<?, ?>> withoutWayBack(
      EntityType<?> above, List<Navigation<?, ?>> navigations) {
    return navigations.stream()
        .filter(navigation -> !navigation.to().entity().equals(above.entity()))
        .toList();
  }

  /** The suffix of {@code @odata.context}: {@code (id,displayName,instances())}. */
  String suffix() {
    return selected.isEmpty() && expansions.isEmpty() ? "" : "(" + members() + ")";
  }

  private String members() {
    return Stream.concat(
            selected.stream().filter(name -> !isExpanded(name)),
            expansions.stream()
                .map(
                    expansion ->
                        expansion.navigation().name() + "(" + expansion.shape().members() + ")"))
        .collect(Collectors.joining(","));
  }

  private boolean isExpanded(String name) {
    return expansions.stream().anyMatch(expansion -> expansion.navigation().name().equals(name));
  }

  /** Whether {@code member} of the JSON is shown; annotations always are. */
  boolean shows(String member) {
    return selected.isEmpty() || member.startsWith("@") || selected.contains(member);
  }
}
