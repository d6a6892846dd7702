package accessreviews.odata.bodies;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import org.threeten.extra.PeriodDuration;

/**
 * Settings that the JSON of the wire and of the columns share: Graph's types and their spelling.
 */
public final class GraphJson {
  private GraphJson() {}

  /**
   * Configures {@code mapper} for Graph's types: unknown members are ignored, times are ISO 8601.
   */
  public static ObjectMapper configure(ObjectMapper mapper) {
    return mapper
        .configure(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, false)
        .configure(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, false)
        .setVisibility(PropertyAccessor.IS_GETTER, JsonAutoDetect.Visibility.NONE)
        .setDefaultSetterInfo(JsonSetter.Value.construct(Nulls.DEFAULT, Nulls.FAIL))
        .registerModule(new JavaTimeModule())
        .registerModule(
            new SimpleModule("graph-types")
                .addDeserializer(Instant.class, new DateTimeDeserializer())
                .addDeserializer(PeriodDuration.class, new DurationDeserializer())
                .addSerializer(PeriodDuration.class, ToStringSerializer.instance));
  }

  /** Reads an Edm.DateTimeOffset such as {@code 2026-01-31T09:00:00Z}; refuses numbers. */
  private static final class DateTimeDeserializer extends StdScalarDeserializer<Instant> {
    private static final long serialVersionUID = 1L;

    DateTimeDeserializer() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      try {
        return OffsetDateTime.parse(parser.getText()).toInstant();
      } catch (DateTimeParseException e) {
        return (Instant)
            context.handleWeirdStringValue(Instant.class, parser.getText(), "a UTC date-time");
      }
    }
  }

  /** Reads an Edm.Duration such as {@code P30D}. */
  private static final class DurationDeserializer extends StdScalarDeserializer<PeriodDuration> {
    private static final long serialVersionUID = 1L;

    DurationDeserializer() {
      super(PeriodDuration.class);
    }

    @Override
    public PeriodDuration deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (PeriodDuration) context.handleUnexpectedToken(PeriodDuration.class, parser);
      }
      var text = parser.getText();
      try {
        return PeriodDuration.parse(text);
      } catch (DateTimeParseException | ArithmeticException e) {
        return (PeriodDuration)
            context.handleWeirdStringValue(PeriodDuration.class, text, "an ISO 8601 duration");
      }
    }
  }
}
