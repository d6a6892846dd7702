package accessreviews.odata.bodies;

import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads strings that PostgreSQL can store: Unicode text without NUL and without unpaired
 * surrogates, of limited length. JSON can spell NUL and surrogates, but UTF-8 text cannot hold the
 * latter.
 */
public final class CleanText extends StdScalarDeserializer<String>
    implements ContextualDeserializer {
  /** The characters of a text, if its member says nothing else. */
  static final int LONGEST = 4_000;

  /** The characters of the query of a scope or of reviewers, which is as long as a URL can be. */
  public static final int LONGEST_QUERY = 16_384;

  private static final long serialVersionUID = 1L;

  private final int longest;

  CleanText() {
    this(LONGEST);
  }

  private CleanText(int longest) {
    super(String.class);
    this.longest = longest;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    var more = property == null ? null : property.getAnnotation(TextOfAtMost.class);
    return more == null ? this : new CleanText(more.value());
  }

  @Override
  public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.currentToken().isScalarValue()
        || parser.currentToken().isNumeric()
        || parser.currentToken().isBoolean()) {
      return (String) context.handleUnexpectedToken(String.class, parser);
    }
    var text = parser.getText();
    if (text.length() > longest && text.codePointCount(0, text.length()) > longest) {
      throw Refused.invalid("at most %d characters".formatted(longest));
    }
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
