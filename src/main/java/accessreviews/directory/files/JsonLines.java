package accessreviews.directory.files;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The lines of a file with one JSON object in each line (UTF-8). A line that cannot be read does
 * not hide the next one.
 */
final class JsonLines implements Lines {
  private static final int LONGEST_LINE = 65_536;
  private static final int BUFFER = 65_536;
  private static final String EXPECTED =
      "one JSON object of at most "
          + LONGEST_LINE
          + " bytes, each name once in any case, its values strings, true, false or null";
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build();

  private final InputStream file;
  private final byte[] bytes = new byte[LONGEST_LINE];
  private int length;
  private boolean ended;
  private long number;
  private long read;

  JsonLines(InputStream file) {
    this.file = new BufferedInputStream(file, BUFFER);
  }

  @Override
  public boolean next(Line line, Rejections rejections) throws IOException {
    while (!ended) {
      readBytes();
      if (!isBlank()) {
        read++;
        line.begin(number);
        if (length <= LONGEST_LINE && parse(line)) {
          return true;
        }
        rejections.add(number, EXPECTED);
      }
    }
    return false;
  }

  /** Reads a line. Bytes beyond the longest line are counted and dropped. */
  private void readBytes() throws IOException {
    number++;
    length = 0;
    for (var b = file.read(); b != '\n'; b = file.read()) {
      if (b < 0) {
        ended = true;
        return;
      }
      if (length < LONGEST_LINE) {
        bytes[length] = (byte) b;
      }
      length = Math.min(length + 1, LONGEST_LINE + 1);
    }
  }

  private boolean isBlank() {
    for (var i = 0; i < Math.min(length, LONGEST_LINE); i++) {
      if (bytes[i] != ' ' && bytes[i] != '\r' && bytes[i] != '\t') {
        return false;
      }
    }
    return true;
  }

  private boolean parse(Line line) throws IOException {
    try {
      if (!(JSON.readTree(bytes, 0, length) instanceof ObjectNode object)) {
        return false;
      }
      for (var member : object.properties()) {
        var place = line.place(member.getKey());
        if (place >= 0) {
          var value = value(member.getValue());
          if (value.isEmpty() || line.has(place)) {
            return false;
          }
          line.put(place, value.get());
        }
      }
      return true;
    } catch (JacksonException e) {
      return false;
    }
  }

  private static Optional<String> value(JsonNode node) {
    if (node instanceof ArrayNode list) {
      var words = list.valueStream().toList();
      return words.stream().allMatch(word -> word.isTextual() && word.asText().indexOf(';') < 0)
          ? Optional.of(words.stream().map(JsonNode::asText).collect(Collectors.joining(";")))
          : Optional.empty();
    }
    if (node.isNull()) {
      return Optional.of("");
    }
    return node.isTextual() || node.isBoolean() ? Optional.of(node.asText()) : Optional.empty();
  }

  @Override
  public long read() {
    return read;
  }
}
