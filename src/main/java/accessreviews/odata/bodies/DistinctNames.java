package accessreviews.odata.bodies;

import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses an object with two names that differ only in case. Names match in any case, so both are
 * the same member, and the order would decide which value counts. Jackson itself refuses only names
 * that are equal.
 */
final class DistinctNames {
  private DistinctNames() {}

  /** Refuses {@code json} for such an object at any depth. Text that is no JSON is not refused. */
  static void require(JsonFactory factory, byte[] json) {
    try (var parser = factory.createParser(json)) {
      require(parser);
    } catch (IOException e) {
      // the text is refused where it is read
    }
  }

  private static void require(JsonParser parser) throws IOException {
    var objects = new ArrayDeque<Set<String>>();
    for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
      switch (token) {
        case START_OBJECT -> objects.push(new TreeSet<>(String.CASE_INSENSITIVE_ORDER));
        case END_OBJECT -> objects.pop();
        case FIELD_NAME -> {
          if (!objects.element().add(parser.currentName())) {
            throw Refused.invalid(
                path(parser.getParsingContext()),
                "one value: names match in any case, and another one differs only in case");
          }
        }
        default -> {
          // values have no names
        }
      }
    }
  }

  private static String path(JsonStreamContext context) {
    var path = new StringBuilder();
    for (var at = context; at != null && !at.inRoot(); at = at.getParent()) {
      if (at.inArray()) {
        path.insert(0, "[" + at.getCurrentIndex() + "]");
      } else {
        path.insert(0, (at.getParent().inRoot() ? "" : ".") + at.getCurrentName());
      }
    }
    return path.toString();
  }
}
