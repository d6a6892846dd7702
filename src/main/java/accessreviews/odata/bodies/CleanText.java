package accessreviews.odata.bodies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * Reads strings that PostgreSQL can store: Unicode text without NUL and without unpaired
 * surrogates. JSON can spell both, but UTF-8 text cannot hold the latter.
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

  /** Whether {@code text} can be stored and sent in an answer. */
  public static boolean isClean(String text) {
    return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
