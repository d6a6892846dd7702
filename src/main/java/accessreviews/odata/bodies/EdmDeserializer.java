package accessreviews.odata.bodies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Reads a value of OData that JSON spells as a string; refuses other JSON, and other strings. */
final class EdmDeserializer<T> extends StdScalarDeserializer<T> {
  private static final long serialVersionUID = 1L;

  private final Class<T> type;
  private final transient Function<String, Optional<T>> reading;

  /**
   * @param reading the value of a string; empty if the string is not a value of the type
   */
  EdmDeserializer(Class<T> type, Function<String, Optional<T>> reading) {
    super(type);
    this.type = type;
    this.reading = reading;
  }

  @Override
  public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return type.cast(context.handleUnexpectedToken(type, parser));
    }
    var value = reading.apply(parser.getText());
    return value.isPresent()
        ? value.get()
        : type.cast(context.handleWeirdStringValue(type, parser.getText(), "another spelling"));
  }
}
