package accessreviews.odata.bodies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads strings, and only those that PostgreSQL can keep: Unicode text without NUL and without half
 * surrogate pairs, which JSON can spell but no UTF-8 text can hold.
 */
public class CleanText extends StdScalarDeserializer<String> {
  private static final long serialVersionUID = 1L;

  CleanText() {
    super(String.class);
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.currentToken().isScalarValue()
        || parser.currentToken().isNumeric()
        || parser.currentToken().isBoolean()) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    var text = parser.getText();
    if (!isClean(text)) {
      return (String)
          context.handleWeirdStringValue(String.class, text, "Unicode text without NUL characters");
    }
    return text;
  }

  /** Whether {@code text} can be kept, and be said again in an answer. */
  public static boolean isClean(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
