package accessreviews.odata.query;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The query options of a read.
 *
 * @param texts the options as sent, in order, by their names in lower case
 * @param select names of members; empty for all
 * @param count whether a count was asked for
 */
public record QueryOptions(
    Map<String, String> texts,
    Optional<Expression> filter,
    Optional<Order> orderBy,
    List<String> select,
    List<Expand> expand,
    OptionalInt top,
    int skip,
    boolean count,
    Optional<String> skipToken) {

  /** The property to order by. */
  public record Order(String property, boolean descending) {}

  /** A related resource, or a collection of them, to be shown with their owner. */
  public record Expand(String property, QueryOptions options) {}

  /** Whether the answer has only a part of the members, or expansions. */
  public boolean shape() {
    return !select.isEmpty() || !expand.isEmpty();
  }
}
