package accessreviews.history.files;

import accessreviews.odata.ServiceRoot;
import java.util.UUID;

/**
 * A link to a file, which needs no token.
 *
 * @param expires the instant from which it is of no use, as ISO 8601
 * @param signature says that this service has made it
 */
public record SignedLink(UUID file, String expires, String signature) {
  private static final String SEGMENT = "history";

  /** The path that is signed. */
  String path() {
    return "/" + SEGMENT + "/" + file;
  }

  /** The URL, on the host of {@code root}. */
  public String at(ServiceRoot root) {
    return "%s?se=%s&sig=%s".formatted(root.link(SEGMENT, file.toString()), expires, signature);
  }
}
