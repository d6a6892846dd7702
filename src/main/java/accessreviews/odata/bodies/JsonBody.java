package accessreviews.odata.bodies;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The body of a write as received. It is read when the use case asks for it, so an unknown id or an
 * old version is refused first, whatever the body is.
 */
public final class JsonBody {
  private static final String JSON = "application/json";
  private static final byte[] NO_PARAMETERS = {'{', '}'};

  private final ObjectMapper mapper;
  private final @Nullable String contentType;
  private final byte[] bytes;

  JsonBody(ObjectMapper mapper, @Nullable String contentType, byte[] bytes) {
    this.mapper = mapper;
    this.contentType = contentType;
    this.bytes = bytes;
  }

  /** The body that a client would send as {@code content}. */
  public static JsonBody of(ObjectMapper mapper, ObjectNode content) {
    return new JsonBody(mapper, JSON, content.toString().getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The body as {@code type}; refuses text that is not a JSON object, members of the wrong type,
   * and names that differ only in case.
   */
  public <T> T as(Class<T> type) {
    requireJson();
    DistinctNames.require(mapper.getFactory(), bytes);
    try {
      var value = mapper.readValue(bytes, type);
      if (value == null) {
        throw unreadable(); // the body is the JSON value null
      }
      return value;
    } catch (JacksonException e) {
      throw JsonRefusal.of(e);
    } catch (IOException e) {
      throw unreadable(); // the bytes are here already: what fails is reading them as Unicode
    }
  }

  /**
   * The body of an action as {@code type}. All parameters are optional, so an empty body of any
   * content type equals an empty object.
   */
  public <T> T asParameters(Class<T> type) {
    return bytes.length == 0 ? new JsonBody(mapper, JSON, NO_PARAMETERS).as(type) : as(type);
  }

  /** The body's complex member {@code name}, as {@code type}. */
  public <T> T read(JsonNode value, Class<T> type, String name) {
    try {
      return mapper.treeToValue(value, type);
    } catch (JacksonException e) {
      throw JsonRefusal.of(e).under(name);
    }
  }

  /** {@code changes} merged into {@code stored}, member by member; collections are replaced. */
  public <T> T merge(T stored, JsonNode changes, Class<T> type, String name) {
    var merged = mapper.<ObjectNode>valueToTree(stored);
    overlay(merged, changes);
    return read(merged, type, name);
  }

  private static void overlay(ObjectNode target, JsonNode changes) {
    var names = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
    target.fieldNames().forEachRemaining(name -> names.put(name, name));
    changes
        .properties()
        .forEach(
            change -> {
              var name = names.getOrDefault(change.getKey(), change.getKey());
              var old = target.get(name);
              if (old instanceof ObjectNode below && change.getValue() instanceof ObjectNode) {
                overlay(below, change.getValue());
              } else {
                target.set(name, change.getValue());
              }
            });
  }

  /** The name in {@code target} of the member {@code sent}, which may be in any case. */
  public static String memberOf(ObjectNode target, String sent) {
    return target
        .propertyStream()
        .map(Map.Entry::getKey)
        .filter(sent::equalsIgnoreCase)
        .findFirst()
        .orElse(sent);
  }

  private void requireJson() {
    if (contentType == null && bytes.length > 0) {
      throw new Refused(
          Refusal.UNREADABLE_BODY,
          null,
          "Write requests (excluding DELETE) must contain the Content-Type header declaration.");
    }
    if (contentType != null && !isJson(contentType)) {
      throw new Refused(
          Refusal.UNREADABLE_BODY,
          null,
          "Entity only allows writes with a JSON Content-Type header.");
    }
  }

  private static boolean isJson(String contentType) {
    var end = contentType.indexOf(';');
    var type = (end < 0 ? contentType : contentType.substring(0, end)).strip();
    return type.toLowerCase(Locale.ROOT).equals(JSON);
  }

  public static Refused unreadable() {
    return new Refused(
        Refusal.UNREADABLE_BODY,
        null,
        "Unable to read JSON request payload. Please ensure Content-Type header is set and payload"
            + " is of valid JSON format.");
  }

  @Override
  public String toString() {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
