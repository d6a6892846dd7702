package accessreviews.odata.bodies;

import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import java.io.IOException;
import java.util.Collection;

/** Refuses lists with more elements than a series needs: they are copied into each instance. */
final class BoundedLists extends BeanDeserializerModifier {
  /** The elements that a list in a body can have. */
  static final int LONGEST = 300;

  private static final long serialVersionUID = 1L;

  @Override
  public JsonDeserializer<?> modifyCollectionDeserializer(
      DeserializationConfig config,
      CollectionType type,
      BeanDescription description,
      JsonDeserializer<?> deserializer) {
    return new Bounded(deserializer);
  }

  /** Reads a list, and counts it. */
  private static final class Bounded extends DelegatingDeserializer {
    private static final long serialVersionUID = 1L;

    Bounded(JsonDeserializer<?> list) {
      super(list);
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> list) {
      return new Bounded(list);
    }

    @Override
    public Object deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      var list = super.deserialize(parser, context);
      if (list instanceof Collection<?> elements && elements.size() > LONGEST) {
        throw Refused.invalid("at most %d elements".formatted(LONGEST));
      }
      return list;
    }
  }
}
