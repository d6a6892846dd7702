package accessreviews.odata.bodies;

import accessreviews.odata.paths.RequestsConfig;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveResourceInfo;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyReader;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import org.jspecify.annotations.Nullable;

/**
 * Hands bodies of any content type to the resources unread, so that refusals keep their order. It
 * is a reader of RESTEasy's server kind; for other readers RESTEasy looks up annotations by
 * reflection at each call.
 */
@Provider
@Consumes(MediaType.WILDCARD)
class JsonBodyReader implements ServerMessageBodyReader<JsonBody> {
  private final ObjectMapper mapper;
  private final CurrentVertxRequest request;
  private final BodyDeadline deadline;
  private final int largest;

  JsonBodyReader(
      ObjectMapper mapper,
      CurrentVertxRequest request,
      BodyDeadline deadline,
      RequestsConfig config) {
    this.mapper = mapper;
    this.request = request;
    this.deadline = deadline;
    this.largest = config.largestBody().asBigInteger().intValueExact();
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, ResteasyReactiveResourceInfo method, MediaType mediaType) {
    return type == JsonBody.class;
  }

  @Override
  public JsonBody readFrom(
      Class<JsonBody> type, Type generic, MediaType mediaType, ServerRequestContext call)
      throws IOException {
    return read(
        call.getRequestHeaders().getHeaderString(HttpHeaders.CONTENT_TYPE), call.getInputStream());
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
    return read(headers.getFirst(HttpHeaders.CONTENT_TYPE), body);
  }

  private JsonBody read(@Nullable String contentType, InputStream body) {
    var bytes = read(body);
    if (bytes.length > largest) {
      throw new Refused(
          Refusal.BODY_TOO_LARGE,
          null,
          "The request body is larger than the %d bytes that this service accepts."
              .formatted(largest));
    }
    return new JsonBody(mapper, contentType, bytes);
  }

  private byte[] read(InputStream body) {
    var waiting = deadline.begin(request.getCurrent());
    try {
      return body.readNBytes(largest + 1);
    } catch (IOException e) {
      throw JsonBody.unreadable(); // the caller hung up, or what it sends is no HTTP
    } finally {
      waiting.over();
    }
  }
}
