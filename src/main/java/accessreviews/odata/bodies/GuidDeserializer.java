package accessreviews.odata.bodies;

import accessreviews.odata.Guid;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.UUID;

/**
 * Reads an Edm.Guid. It refuses all other text: Jackson itself reads an empty or blank string as
 * null, which would stand for no restriction, and Base64 as a GUID.
 */
final class GuidDeserializer extends StdScalarDeserializer<UUID> {
  private static final long serialVersionUID = 1L;

  GuidDeserializer() {
    super(UUID.class);
  }

  @Override
  public UUID deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (UUID) context.handleUnexpectedToken(UUID.class, parser);
    }
    var text = parser.getText();
    return Guid.is(text)
        ? UUID.fromString(text)
        : (UUID) context.handleWeirdStringValue(UUID.class, text, "a GUID");
  }
}
