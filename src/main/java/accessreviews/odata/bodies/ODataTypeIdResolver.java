package accessreviews.odata.bodies;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DatabindContext;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.jsontype.impl.TypeIdResolverBase;
import com.fasterxml.jackson.databind.type.TypeFactory;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * Translates {@code @odata.type} into the record of a sealed family and back. Writes {@code
 * #microsoft.graph.<name>}; reads it with or without {@code #} and in any case, as Graph does. The
 * names stand in {@link JsonSubTypes} on the family's interface.
 */
public class ODataTypeIdResolver extends TypeIdResolverBase {
  private static final String NAMESPACE = "#microsoft.graph.";

  private final Map<String, JavaType> types = new LinkedHashMap<>();
  private final Map<Class<?>, String> ids = new LinkedHashMap<>();

  @Override
  public void init(JavaType base) {
    super.init(base);
    for (Class<?> family = base.getRawClass(); family != null; family = parent(family)) {
      var declared = family.getAnnotation(JsonSubTypes.class);
      if (declared != null) {
        for (var type : declared.value()) {
          ids.put(type.value(), NAMESPACE + type.name());
          types.put(
              key(NAMESPACE + type.name()),
              TypeFactory.defaultInstance().constructType(type.value()));
        }
        return;
      }
    }
  }

  private static Class<?> parent(Class<?> type) {
    return type.getInterfaces().length == 0 ? Object.class : type.getInterfaces()[0];
  }

  @Override
  public String idFromValue(Object value) {
    return idFromValueAndType(value, value.getClass());
  }

  @Override
  public String idFromValueAndType(Object value, Class<?> type) {
    return Objects.requireNonNull(ids.get(type), () -> "no @odata.type for " + type);
  }

  @Override
  public JavaType typeFromId(DatabindContext context, String id) throws IOException {
    var type = types.get(key(id));
    if (type == null) {
      throw ((DeserializationContext) context)
          .invalidTypeIdException(_baseType, id, getDescForKnownTypeIds());
    }
    return type;
  }

  private static String key(String id) {
    return (id.startsWith("#") ? id : "#" + id).toLowerCase(Locale.ROOT);
  }

  @Override
  public String getDescForKnownTypeIds() {
    return String.join(", ", ids.values());
  }

  @Override
  public JsonTypeInfo.Id getMechanism() {
    return JsonTypeInfo.Id.CUSTOM;
  }
}
