package accessreviews.history.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.odata.EdmDateTime;
import accessreviews.platform.persistence.Sql;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/**
 * Makes and checks links to files: HMAC-SHA256 over the path and the expiry, with a key that all
 * replicas share.
 */
@ApplicationScoped
public class SignedLinks {
  private static final Duration VALID = Duration.ofHours(24);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final Sql MAKE_KEY = Sql.file("history/make-link-key");
  private static final Sql READ_KEY = Sql.file("history/read-link-key");

  private final Session database;
  private volatile byte @Nullable [] known;

  SignedLinks(Session database) {
    this.database = database;
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
    return signature(key(), link.path(), link.expires());
  }

  /** The signature of {@code path} and {@code expires}, for URLs. */
  static String signature(byte[] key, String path, String expires) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      var signed = mac.doFinal((path + "\n" + expires).getBytes(UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  private byte[] key() {
    var key = known;
    if (key == null) {
      key = QuarkusTransaction.requiringNew().call(this::sharedKey);
      known = key;
    }
    return key;
  }

  /** The key of the installation; whoever needs it first makes it. */
  private byte[] sharedKey() {
    var made = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(made);
    database.createNativeMutationQuery(MAKE_KEY.text()).setParameter("key", made).executeUpdate();
    return database.createNativeQuery(READ_KEY.text(), byte[].class).getSingleResult();
  }
}
