package accessreviews.odata;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers that show one resource, with its version as {@code ETag}. */
public final class Entities {
  private Entities() {}

  /** 200 with the resource. */
  public static <V> RestResponse<V> ok(V view, String etag) {
    return RestResponse.ResponseBuilder.ok(view).header(HttpHeaders.ETAG, etag).build();
  }

  /** 200 with a number, as plain text. */
  public static RestResponse<String> count(long count) {
    return RestResponse.ResponseBuilder.ok(Long.toString(count), MediaType.TEXT_PLAIN_TYPE).build();
  }

  /** 201 with the new resource, which is at {@code id} below the path of its creation. */
  public static <V> RestResponse<V> created(UriInfo uri, UUID id, V view) {
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, view)
        .location(URI.create(PublicUrl.ofPath(uri) + "/" + id))
        .build();
  }

  /** 204: the resource changed and is not shown. */
  public static RestResponse<Void> changed(long version) {
    return RestResponse.ResponseBuilder.<Void>noContent()
        .header(HttpHeaders.ETAG, IfMatch.etag(version))
        .build();
  }
}
