package accessreviews.odata.bodies;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
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
                .addDeserializer(PeriodDuration.class, new DurationDeserializer())
                .addSerializer(PeriodDuration.class, ToStringSerializer.instance));
  }

  /** Reads a stored duration: whatever was accepted once. */
  private static final class DurationDeserializer extends FromStringDeserializer<PeriodDuration> {
    private static final long serialVersionUID = 1L;

    DurationDeserializer() {
      super(PeriodDuration.class);
    }

    @Override
    protected PeriodDuration _deserialize(String text, DeserializationContext context) {
      return PeriodDuration.parse(text);
    }
  }
}
