package accessreviews.odata.batch;

import accessreviews.odata.bodies.TextOfAtMost;
import accessreviews.odata.paths.Segment;
import accessreviews.odata.paths.ServedPaths;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One request of a batch.
 *
 * @param url relative to the service root of the batch
 * @param headers in any case; none of the connection and none that says who asks: those are the
 *     batch's
 * @param body JSON; of another content type a string, in base64url where that is no text
 * @param dependsOn the ids of those that have to succeed first
 */
@RegisterForReflection
record BatchedRequest(
    String id,
    String method,
    @TextOfAtMost(Integer.MAX_VALUE) String url,
    @TextOfAtMost(Integer.MAX_VALUE) Map<String, String> headers,
    @Schema(implementation = Object.class) @Nullable JsonNode body,
    List<String> dependsOn) {
  private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH", "DELETE");
  private static final String RELATIVE = "a URL relative to the service root, such as /$metadata";
  private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:|//");
  private static final Set<String> DOTS = Set.of(".", "..");
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern HEADER_TEXT = Pattern.compile("[\\t\\x20-\\x7e\\xa0-\\xff]*");
  private static final String CONTENT_TYPE = "Content-Type";

  /** The default headers of a request in a batch. */
  private static final Map<String, String> DEFAULTS = Map.of("Accept", "*/*");

  /** Headers of the connection, and headers that identify the caller. */
  private static final Pattern OF_THE_BATCH =
      Pattern.compile(
          "(?i)authorization|cookie|host|connection|content-length|transfer-encoding|te|trailer"
              + "|upgrade|expect|keep-alive|accept-encoding|proxy-.*|forwarded|x-forwarded-.*");

  BatchedRequest {
    if (id == null || id.isEmpty()) {
      throw Refused.missing("id", "a string that no other request of the batch has");
    }
    if (method == null || method.isEmpty()) {
      throw Refused.missing("method", "one of GET, POST, PUT, PATCH, DELETE");
    }
    method = method.toUpperCase(Locale.ROOT);
    if (!METHODS.contains(method)) {
      throw Refused.invalid("method", "one of GET, POST, PUT, PATCH, DELETE");
    }
    if (url == null || url.isBlank()) {
      throw Refused.missing("url", RELATIVE);
    }
    url = relative(url.strip());
    headers = usable(headers == null ? Map.of() : headers);
    body = body == null || body.isNull() ? null : body;
    if (body != null && !headers.containsKey(CONTENT_TYPE)) {
      throw Refused.missing("headers", "a request with a body needs a Content-Type");
    }
    if (body != null && !isJson(headers)) {
      content(headers, body); // refused where it is no text
    }
    dependsOn = dependsOn == null ? List.of() : List.copyOf(dependsOn);
  }

  private static String relative(String url) {
    if (url.codePoints().anyMatch(BatchedRequest::isControl) || ABSOLUTE.matcher(url).lookingAt()) {
      throw Refused.invalid("url", RELATIVE);
    }
    var sent = Segment.legal(url.startsWith("/") ? url : "/" + url);
    var query = sent.indexOf('?');
    var path = query < 0 ? sent : sent.substring(0, query);
    if (leadsUp(path)) {
      throw Refused.invalid("url", RELATIVE);
    }
    if (ServedPaths.isOnly(BatchResource.SEGMENT, path)) {
      throw Refused.invalid("url", "no batch inside a batch, but " + RELATIVE);
    }
    return sent;
  }

  /** A line break or the like, which no URL has. */
  private static boolean isControl(int c) {
    return Character.isISOControl(c)
        || Character.getType(c) == Character.LINE_SEPARATOR
        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR;
  }

  /** Whether a segment of the path as it is sent is read as this place, or the place above it. */
  private static boolean leadsUp(String path) {
    return List.of(path.toLowerCase(Locale.ROOT).replace("%2e", ".").split("/", -1)).stream()
        .anyMatch(DOTS::contains);
  }

  private static Map<String, String> usable(Map<String, String> sent) {
    var usable = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    usable.putAll(DEFAULTS);
    sent.forEach(
        (name, value) -> {
          if (!HEADER.matcher(name).matches() || !HEADER_TEXT.matcher(value).matches()) {
            throw Refused.invalid("headers", "names and values that HTTP allows");
          }
          if (!OF_THE_BATCH.matcher(name).matches()) {
            usable.put(name, value);
          }
        });
    return usable;
  }

  private static boolean isJson(Map<String, String> headers) {
    return headers
        .getOrDefault(CONTENT_TYPE, "")
        .toLowerCase(Locale.ROOT)
        .matches("\\s*application/([^;]*\\+)?json\\s*(;.*)?");
  }

  /** The body as bytes; null if there is none. */
  byte @Nullable [] content() {
    return body == null ? null : content(headers, body);
  }

  private static byte[] content(Map<String, String> headers, JsonNode body) {
    if (isJson(headers)) {
      return ascii(body.toString()).getBytes(StandardCharsets.US_ASCII);
    }
    if (!body.isTextual()) {
      throw Refused.invalid("body", "a string where the Content-Type is not JSON");
    }
    if (headers.getOrDefault(CONTENT_TYPE, "").toLowerCase(Locale.ROOT).startsWith("text/")) {
      return body.textValue().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return Base64.getUrlDecoder().decode(body.textValue());
    } catch (IllegalArgumentException e) {
      throw Refused.invalid("body", "base64url where the Content-Type is neither JSON nor text");
    }
  }

  /** JSON in ASCII, which can also spell unpaired surrogates; UTF-8 text cannot. */
  private static String ascii(String json) {
    var ascii = new StringBuilder(json.length());
    for (var i = 0; i < json.length(); i++) {
      var c = json.charAt(i);
      if (c < 0x80) {
        ascii.append(c);
      } else {
        ascii.append("\\u%04x".formatted((int) c));
      }
    }
    return ascii.toString();
  }
}
