package accessreviews.recurrence;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;

/** A date on the wire: {@code 2020-09-08}, or a date-time that is cut to the date written in it. */
class DateOnlyDeserializer extends StdScalarDeserializer<LocalDate> {
  private static final DateTimeFormatter DATE_OR_DATE_TIME =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendOffsetId()
          .toFormatter()
          .withResolverStyle(ResolverStyle.STRICT);

  DateOnlyDeserializer() {
    super(LocalDate.class);
  }

  @Override
  public LocalDate deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    if (!parser.hasToken(JsonToken.VALUE_STRING)) {
      return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
    }
    var text = parser.getText();
    try {
      return DATE_OR_DATE_TIME.parse(text, LocalDate::from);
    } catch (DateTimeException e) {
      return (LocalDate)
          context.handleWeirdStringValue(LocalDate.class, text, "expected a date like 2020-09-08");
    }
  }
}
