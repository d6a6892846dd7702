package accessreviews.odata.reads;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The URL of the next page: the address of the collection, the options of the request, and a token.
 */
final class NextLink {
  private NextLink() {}

  /** The link to the next page. It does not repeat {@code $skip}, which is for the first page. */
  static String of(String url, Map<String, String> options, String token) {
    return Stream.concat(repeated(options), Stream.of("$skiptoken=" + token))
        .collect(Collectors.joining("&", url + "?", ""));
  }

  /** The link to the first page of an expanded collection, of which nothing could be shown. */
  static String ofFirst(String url, Map<String, String> options) {
    var repeated = repeated(options).collect(Collectors.joining("&"));
    return repeated.isEmpty() ? url : url + "?" + repeated;
  }

  private static Stream<String> repeated(Map<String, String> options) {
    return options.entrySet().stream()
        .filter(option -> !option.getKey().equals("$skip"))
        .filter(option -> !option.getKey().equals("$skiptoken"))
        .map(option -> option.getKey() + "=" + encoded(option.getValue()));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("%27", "'")
        .replace("%28", "(")
        .replace("%29", ")")
        .replace("%2C", ",")
        .replace("%2F", "/")
        .replace("%24", "$")
        .replace("%3D", "=");
  }
}
