package accessreviews.evidence.entries;

import accessreviews.testing.rows.Rows;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The evidence log as it is stored, in the order in which it was written. */
record Entries(Rows rows) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** All entries without those of single items. */
  List<ObjectNode> ofLife() {
    return rows
        .strings(
            """
            select entry from evidence_entry where type not in ('decision', 'removal')
            order by id""")
        .stream()
        .map(Entries::read)
        .toList();
  }

  /** The types of {@link #ofLife}. */
  List<String> types() {
    return ofLife().stream().map(entry -> entry.path("type").asText()).toList();
  }

  /** The only entry of {@code type}. */
  ObjectNode only(String type) {
    var found =
        ofLife().stream().filter(entry -> entry.path("type").asText().equals(type)).toList();
    if (found.size() != 1) {
      throw new AssertionError(type + ": " + found);
    }
    return found.getFirst();
  }

  /** The names of the members, in their order. */
  static List<String> members(JsonNode entry) {
    var names = new ArrayList<String>();
    entry.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static ObjectNode read(String line) {
    try {
      return (ObjectNode) JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(line, e);
    }
  }
}
