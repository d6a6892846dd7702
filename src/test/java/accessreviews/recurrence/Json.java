package accessreviews.recurrence;

import accessreviews.odata.bodies.GraphJson;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.stream.Collectors;

/** Reads the JSON of the tables, which has single quotes and names without quotes. */
final class Json {
  /** The project's own, as strict as it gets. */
  static final ObjectMapper STRICT =
      GraphJson.configure(
          JsonMapper.builder()
              .enable(
                  JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
              .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
              .build());

  /** Knows every module on the class path, as the mappers of Quarkus and Hibernate do. */
  static final ObjectMapper WITH_MODULES =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .findAndAddModules()
          .build();

  private Json() {}

  static PatternedRecurrence read(String json) throws JsonProcessingException {
    return STRICT.readValue(json, PatternedRecurrence.class);
  }

  static String path(JsonMappingException e) {
    return e.getPath().stream()
        .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : r.getFieldName())
        .collect(Collectors.joining("."))
        .replace(".[", "[");
  }
}
