package accessreviews.odata;

import jakarta.ws.rs.core.UriInfo;

/**
 * A service root as the caller sees it, such as {@code https://host/v1.0}.
 *
 * @param url without a slash at the end
 * @param version {@code v1.0} or {@code beta}
 */
public record ServiceRoot(String url, String version) {
  /** The root of the path in {@code uri}, whose parameter {@code version} names it. */
  public static ServiceRoot of(UriInfo uri) {
    var version = uri.getPathParameters().getFirst("version");
    return new ServiceRoot(PublicUrl.of(uri) + "/" + version, version);
  }

  /** Whether members that only the beta model has are shown. */
  public boolean isBeta() {
    return version.equals("beta");
  }

  /** Where {@code path} is below the root of {@code other}, on the same host. */
  public String link(String other, String path) {
    return url.substring(0, url.length() - version.length()) + other + "/" + path;
  }

  /** The {@code @odata.context} of what is at {@code path} below this root. */
  public String context(String path) {
    return url + "/$metadata#" + path;
  }
}
