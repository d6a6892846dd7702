package accessreviews.testing;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Bodies of updates, put together from their members. */
public final class Bodies {
  private Bodies() {}

  /** A JSON object with {@code members}, each of them such as {@code "reviewers":[]}. */
  public static String object(String... members) {
    return "{" + String.join(",", members) + "}";
  }

  /** The body of an instance update: {@code members}, and the scope that every update needs. */
  public static String update(String... members) {
    return object(
        Stream.concat(Stream.of("\"scope\":{}"), Arrays.stream(members)).toArray(String[]::new));
  }

  public static String reviewers(String... queries) {
    return "\"reviewers\":" + scopes(queries);
  }

  public static String fallbackReviewers(String... queries) {
    return "\"fallbackReviewers\":" + scopes(queries);
  }

  /** A collection of reviewer scopes with {@code queries}. */
  public static String scopes(String... queries) {
    return Arrays.stream(queries)
        .map("{\"query\":\"%s\",\"queryType\":\"MicrosoftGraph\"}"::formatted)
        .collect(Collectors.joining(",", "[", "]"));
  }
}
