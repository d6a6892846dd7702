package accessreviews.platform.persistence;

import accessreviews.odata.bodies.GraphJson;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/** JSON as it is kept in JSONB columns; the wire's rules don't reach here, nor the other way. */
@JsonFormat
@PersistenceUnitExtension
class ColumnJson implements FormatMapper {
  private final FormatMapper mapper =
      new JacksonJsonFormatMapper(GraphJson.configure(new ObjectMapper()));

  @Override
  public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
    return mapper.fromString(text, type, options);
  }

  @Override
  public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
    return mapper.toString(value, type, options);
  }
}
