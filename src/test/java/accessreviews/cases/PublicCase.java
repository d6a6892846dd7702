package accessreviews.cases;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A request of a published script, with placeholders in braces.
 *
 * @param expectStatus what the documents or a real tenant say
 * @param alsoSeen answers that are as good
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record PublicCase(
    String id,
    String method,
    String version,
    String path,
    @Nullable Map<String, String> headers,
    @Nullable JsonNode body,
    int expectStatus,
    @Nullable List<Integer> alsoSeen) {
  private static final Path FILE = Path.of("src/test/resources/cases/public-cases.jsonl");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All cases, in the order of the file. */
  static List<PublicCase> all() {
    try (var lines = Files.lines(FILE)) {
      return lines.map(PublicCase::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static PublicCase of(String id) {
    return all().stream().filter(one -> one.id.equals(id)).findFirst().orElseThrow();
  }

  private static PublicCase read(String line) {
    try {
      return JSON.readValue(line, PublicCase.class);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(line, e);
    }
  }

  /** The answers that are right. */
  List<Integer> right() {
    return Stream.concat(
            Stream.of(expectStatus),
            Objects.requireNonNullElse(alsoSeen, List.<Integer>of()).stream())
        .toList();
  }

  /** The path with its version; placeholders have values, and blanks are encoded. */
  String path(Map<String, String> values) {
    return "/" + version + filled(path, values).replace(" ", "%20");
  }

  /** The body as it is sent; empty if there is none. */
  String body(Map<String, String> values) {
    return body == null || body.isNull() ? "" : filled(body.toString(), values);
  }

  private static String filled(String text, Map<String, String> values) {
    var filled = text;
    for (var value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
