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
    var repeated =
        options.entrySet().stream()
            .filter(option -> !option.getKey().equals("$skip"))
            .filter(option -> !option.getKey().equals("$skiptoken"))
            .map(option -> option.getKey() + "=" + encoded(option.getValue()));
    return Stream.concat(repeated, Stream.of("$skiptoken=" + token))
        .collect(Collectors.joining("&", url + "?", ""));
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
