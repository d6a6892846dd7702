package accessreviews.odata;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * The scheme and host of links in answers: those of the setting {@code access-reviews.public-url},
 * else those that the request names in {@code Host}. With the setting, a stranger's {@code Host} is
 * in no link, so that neither a cache nor a mail leads elsewhere.
 */
public final class PublicUrl {
  /** The setting: {@code https://host} or {@code https://host:port}, without a path. */
  public static final String SETTING = "access-reviews.public-url";

  /**
   * The setting as it was on the first request, empty where links follow {@code Host}; null before.
   * It is not read when the class is initialised: a native image does that when it is built.
   */
  private static volatile @Nullable String known;

  private PublicUrl() {}

  /** The scheme and host for the answer to {@code request}, without a slash at the end. */
  static String of(UriInfo request) {
    return setting().orElseGet(() -> origin(request.getBaseUri()));
  }

  /** The address of {@code request} itself, without its query. */
  public static URI ofPath(UriInfo request) {
    var sent = request.getAbsolutePath();
    return setting().map(url -> URI.create(url + sent.getRawPath())).orElse(sent);
  }

  /** The setting, if it is set: for links in what is no answer to a request, such as mails. */
  public static Optional<String> setting() {
    var setting = known;
    if (setting == null) {
      setting =
          ConfigProvider.getConfig()
              .getOptionalValue(SETTING, String.class)
              .map(PublicUrl::read)
              .orElse("");
      known = setting;
    }
    return setting.isEmpty() ? Optional.empty() : Optional.of(setting);
  }

  /** The origin that {@code setting} names; refuses what is none, such as a URL with a path. */
  public static String read(String setting) {
    try {
      var url = new URI(setting.strip());
      var isOrigin =
          ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
              && url.getHost() != null
              && url.getRawUserInfo() == null
              && url.getRawQuery() == null
              && url.getRawFragment() == null
              && (url.getRawPath().isEmpty() || url.getRawPath().equals("/"));
      if (isOrigin) {
        return origin(url);
      }
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(refusal(setting), e);
    }
    throw new IllegalArgumentException(refusal(setting));
  }

  private static String origin(URI url) {
    return url.getScheme() + "://" + url.getRawAuthority();
  }

  private static String refusal(String setting) {
    return "'%s' is no public URL; set ACCESS_REVIEWS_PUBLIC_URL to https://host or https://host:port."
        .formatted(setting);
  }
}
