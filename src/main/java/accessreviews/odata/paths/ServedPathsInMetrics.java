package accessreviews.odata.paths;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * Metrics of requests name paths that are served, and nothing that a caller wrote: of paths only so
 * many are kept, which requests for others would use up, with a token or without.
 */
@Singleton
class ServedPathsInMetrics implements MeterFilter {
  private static final String URI = "uri";

  /** The tag of requests that no operation is there for. */
  private static final String NOT_SERVED = "NOT_SERVED";

  /** What Micrometer says instead of a path. */
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
        : id.replaceTags(Tags.concat(id.getTags(), URI, NOT_SERVED));
  }

  private boolean isServed(String uri) {
    return uri.startsWith("/{version") || served.isOutside(uri) || WORDS.contains(uri);
  }
}
