package accessreviews.odata;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The condition of a write: the version that the caller has seen, {@code *}, or none. */
public record IfMatch(@HeaderParam(HttpHeaders.IF_MATCH) @Nullable String header) {
  /** The {@code ETag} of a version. */
  public static String etag(long version) {
    return "W/\"" + version + "\"";
  }

  /** Refuses, with 412, when the caller has seen another version than {@code current}. */
  public void require(long current) {
    if (header != null && !matches(header, current)) {
      throw new Refused(
          Refusal.VERSION_MISMATCH,
          null,
          "If-Match names another version: the resource is at %s now. Read it again and repeat the"
                  .formatted(etag(current))
              + " request with its ETag.");
    }
  }

  private static boolean matches(String header, long current) {
    return Arrays.stream(header.split(","))
        .map(String::strip)
        .anyMatch(
            tag ->
                tag.equals("*") || tag.equals(etag(current)) || tag.equals("\"" + current + "\""));
  }
}
