package accessreviews.platform.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The secret of this installation, which all replicas share: links and forms are signed by it. */
@ApplicationScoped
public class InstallationKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final Sql MAKE_KEY = Sql.file("history/make-link-key");
  private static final Sql READ_KEY = Sql.file("history/read-link-key");

  private final Session database;
  private volatile byte @Nullable [] known;

  InstallationKey(Session database) {
    this.database = database;
  }

  /**
   * HMAC-SHA256 over two lines, for URLs. The first line says what is signed, such as the path of a
   * file, so that a signature is good for one purpose only.
   */
  public String signature(String what, String value) {
    return signature(key(), what, value);
  }

  /** The signature by {@code key}. */
  public static String signature(byte[] key, String what, String value) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key, ALGORITHM));
      var signed = mac.doFinal((what + "\n" + value).getBytes(UTF_8));
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
