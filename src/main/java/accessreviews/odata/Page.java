package accessreviews.odata;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The part of a collection that the caller asked for by {@code $top} (1 to 999, 100 when left out)
 * and {@code $skip}.
 *
 * @param self the address of the collection, without query options
 */
public record Page(int top, int skip, String self) {
  private static final int DEFAULT_TOP = 100;
  private static final int LARGEST_TOP = 999;
  private static final Set<String> OPTIONS = Set.of("$top", "$skip", "$count", "$format");

  /** The page that the query options of {@code uri} name; refuses options that lists don't take. */
  public static Page of(UriInfo uri) {
    QueryOptions.require(uri, OPTIONS);
    return new Page(
        number(uri, "$top", DEFAULT_TOP, 1, LARGEST_TOP),
        number(uri, "$skip", 0, 0, Integer.MAX_VALUE - LARGEST_TOP),
        uri.getAbsolutePath().toString());
  }

  private static int number(UriInfo uri, String option, int otherwise, int least, int most) {
    var text = uri.getQueryParameters().getFirst(option);
    if (text == null) {
      return otherwise;
    }
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
        option,
        "Invalid value '%s' for the query option '%s': expected a whole number from %d to %d."
            .formatted(text, option, least, most));
  }

  /** The answer that shows {@code rows} of the {@code count} that there are. */
  public <R, V> Listing<V> show(
      String context, long count, List<R> rows, Function<? super R, V> view) {
    long next = (long) skip + rows.size();
    var link = next < count && !rows.isEmpty() ? self + "?$top=" + top + "&$skip=" + next : null;
    return new Listing<>(context, count, link, rows.stream().map(view).toList());
  }
}
