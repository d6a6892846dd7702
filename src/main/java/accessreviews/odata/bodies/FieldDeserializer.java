package accessreviews.odata.bodies;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Field} as absent, null or given, which Jackson knows. */
class FieldDeserializer extends JsonDeserializer<Field<?>> implements ContextualDeserializer {
  private final @Nullable JavaType content;

  FieldDeserializer() {
    this(null);
  }

  private FieldDeserializer(@Nullable JavaType content) {
    this.content = content;
  }

  @Override
  public JsonDeserializer<?> createContextual(
      DeserializationContext context, @Nullable BeanProperty property) {
    return new FieldDeserializer(context.getContextualType().containedType(0));
  }

  @Override
  public Field<?> deserialize(JsonParser parser, DeserializationContext context)
      throws IOException {
    return Field.of(context.readValue(parser, content));
  }

  @Override
  public Field<?> getNullValue(DeserializationContext context) {
    return Field.ofNull();
  }

  @Override
  public Object getAbsentValue(DeserializationContext context) {
    return Field.absent();
  }
}
