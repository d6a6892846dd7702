package accessreviews.odata;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;

/** Hands bodies of any content type to the resources unread, so that refusals keep their order. */
@Provider
@Consumes(MediaType.WILDCARD)
class JsonBodyReader implements MessageBodyReader<JsonBody> {
  private final ObjectMapper mapper;
  private final int largest;

  JsonBodyReader(ObjectMapper mapper, RequestsConfig config) {
    this.mapper = mapper;
    this.largest = config.largestBody().asBigInteger().intValueExact();
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == JsonBody.class;
  }

  @Override
  public JsonBody readFrom(
      Class<JsonBody> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body) {
    var bytes = read(body);
    if (bytes.length > largest) {
      throw new Refused(
          Refusal.BODY_TOO_LARGE,
          null,
          "The request body is larger than the %d bytes that this service accepts."
              .formatted(largest));
    }
    return new JsonBody(mapper, headers.getFirst(HttpHeaders.CONTENT_TYPE), bytes);
  }

  private byte[] read(InputStream body) {
    try {
      return body.readNBytes(largest + 1);
    } catch (IOException e) {
      throw JsonBody.unreadable(); // the caller hung up, or what it sends is no HTTP
    }
  }
}
