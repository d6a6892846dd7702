package accessreviews.notifications.webhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret of Standard Webhooks. It is in no message and in no log. */
final class WebhookSecret {
  private static final String PREFIX = "whsec_";
  private static final int LEAST_BYTES = 24;
  private static final int MOST_BYTES = 64;
  private static final String ALGORITHM = "HmacSHA256";

  private final SecretKeySpec key;

  private WebhookSecret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /** The secret that {@code text} spells; refuses what is none, without repeating it. */
  static WebhookSecret read(String setting, String text) {
    var key = decoded(text.strip());
    if (key.length < LEAST_BYTES || key.length > MOST_BYTES) {
      throw new IllegalArgumentException(
          "%s is no secret of Standard Webhooks; set it to %s and the Base64 of %d to %d bytes, as the output of: echo %s$(openssl rand -base64 32)"
              .formatted(setting, PREFIX, LEAST_BYTES, MOST_BYTES, PREFIX));
    }
    return new WebhookSecret(key);
  }

  private static byte[] decoded(String text) {
    if (!text.startsWith(PREFIX)) {
      return new byte[0];
    }
    try {
      return Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** The signature of {@code body}, sent with this id at this time, as the header spells it. */
  String signature(String id, Instant sent, byte[] body) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update("%s.%d.".formatted(id, sent.getEpochSecond()).getBytes(UTF_8));
      return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }
}
