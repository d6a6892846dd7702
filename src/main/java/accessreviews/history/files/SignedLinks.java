package accessreviews.history.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.odata.EdmDateTime;
import accessreviews.platform.persistence.InstallationKey;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * Makes and checks links to files: HMAC-SHA256 over the path and the expiry, with a key that all
 * replicas share.
 */
@ApplicationScoped
public class SignedLinks {
  private static final Duration VALID = Duration.ofHours(24);

  private final InstallationKey key;

  SignedLinks(InstallationKey key) {
    this.key = key;
  }

  /** A link to {@code file} that is valid for 24 hours from {@code now}. */
  public SignedLink make(UUID file, Instant now) {
    var expires = EdmDateTime.later(now, VALID).truncatedTo(ChronoUnit.SECONDS).toString();
    var unsigned = new SignedLink(file, expires, "");
    return new SignedLink(file, expires, signature(unsigned));
  }

  /** Whether this service made {@code link}, and it is still valid at {@code now}. */
  boolean isValid(SignedLink link, Instant now) {
    return MessageDigest.isEqual(signature(link).getBytes(UTF_8), link.signature().getBytes(UTF_8))
        && isBefore(now, link.expires());
  }

  private static boolean isBefore(Instant now, String expires) {
    try {
      return now.isBefore(Instant.parse(expires));
    } catch (DateTimeException e) {
      return false;
    }
  }

  private String signature(SignedLink link) {
    return key.signature(link.path(), link.expires());
  }
}
