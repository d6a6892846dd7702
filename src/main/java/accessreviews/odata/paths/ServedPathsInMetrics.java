package accessreviews.odata.paths;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Metrics of requests have the paths of operations only, never a path that a caller wrote. The
 * number of paths in metrics is limited, and callers could use it up.
 */
@Singleton
class ServedPathsInMetrics implements MeterFilter {
  private static final String URI = "uri";

  /** The tag of requests for paths that are not served. */
  private static final String NOT_SERVED = "NOT_SERVED";

  /** Micrometer's words instead of a path. */
  private static final Set<String> WORDS = Set.of("NOT_FOUND", "REDIRECTION", "UNKNOWN", "root");

  private final ServedPaths served;

  ServedPathsInMetrics(ServedPaths served) {
    this.served = served;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    var uri = id.getTag(URI);
    return uri == null || !id.getName().equals("http.server.requests") || isServed(uri)
        ? id
        : id.replaceTags(Tags.concat(id.getTags(), URI, served.outside(uri).orElse(NOT_SERVED)));
  }

  private boolean isServed(String uri) {
    return uri.startsWith("/{version") || WORDS.contains(uri);
  }
}
