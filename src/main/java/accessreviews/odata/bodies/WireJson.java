package accessreviews.odata.bodies;

import accessreviews.odata.EdmDateTime;
import accessreviews.odata.EdmDuration;
import accessreviews.odata.Guid;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.threeten.extra.PeriodDuration;

/**
 * The JSON of the wire, as in Graph: unknown members are ignored, names match in any case, and a
 * value of the wrong type is refused instead of converted. Texts, lists, instants and durations
 * have the limits of docs/limits.md. Columns have none of them: what was stored once is read.
 */
@Singleton
class WireJson implements ObjectMapperCustomizer {
  /** More than any resource has, and less than the stack of a thread allows. */
  private static final int DEEPEST = 64;

  @Override
  @SuppressWarnings("deprecation") // the builder that replaces configure() is not Quarkus' to use
  public void customize(ObjectMapper mapper) {
    mapper
        .getFactory()
        .setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build());
    GraphJson.configure(mapper)
        .configure(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, true)
        .configure(DeserializationFeature.ACCEPT_FLOAT_AS_INT, false)
        .configure(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, false)
        .configure(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS, true)
        .configure(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES, true)
        .configure(MapperFeature.ALLOW_COERCION_OF_SCALARS, false)
        .configure(JsonParser.Feature.STRICT_DUPLICATE_DETECTION, true)
        .registerModule(
            new SimpleModule("access-reviews")
                .addDeserializer(String.class, new CleanText())
                .addDeserializer(
                    UUID.class, // Jackson reads blanks as null, and Base64 as a GUID
                    new EdmDeserializer<>(
                        UUID.class,
                        text ->
                            Guid.is(text) ? Optional.of(UUID.fromString(text)) : Optional.empty()))
                .addDeserializer(
                    Instant.class, new EdmDeserializer<>(Instant.class, EdmDateTime::read))
                .addDeserializer(
                    PeriodDuration.class,
                    new EdmDeserializer<>(PeriodDuration.class, EdmDuration::read))
                .setDeserializerModifier(new BoundedLists())
                .addDeserializer(Field.class, new FieldDeserializer()));
    mapper
        .coercionConfigFor(LogicalType.Enum)
        .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail);
  }
}
