package accessreviews.odata.reads;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The parameters of a URL as they were sent. {@link UriInfo} ends a parameter at a semicolon, which
 * {@code $expand} uses inside of one.
 */
final class QueryString {
  private QueryString() {}

  /** One parameter, decoded. */
  record Parameter(String name, String value) {
    private static Parameter of(String text) {
      var equals = text.indexOf('=');
      return equals < 0
          ? new Parameter(decoded(text), "")
          : new Parameter(decoded(text.substring(0, equals)), decoded(text.substring(equals + 1)));
    }
  }

  /** The parameters in their order; refuses a query that is not well-formed. */
  static List<Parameter> of(UriInfo uri) {
    var text = raw(uri);
    return Arrays.stream(text.split("&", -1))
        .filter(parameter -> !parameter.isEmpty())
        .map(Parameter::of)
        .toList();
  }

  private static String raw(UriInfo uri) {
    String text;
    try {
      text = uri.getRequestUri().getRawQuery();
    } catch (RuntimeException e) { // what else RESTEasy throws for a URL that is none
      throw malformed();
    }
    return text == null ? "" : text;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw malformed();
    }
  }

  private static Refused malformed() {
    return new Refused(
        Refusal.INVALID_QUERY_OPTION,
        null,
        "The query of the URL is not well-formed: expected percent-encoded UTF-8 text.");
  }
}
