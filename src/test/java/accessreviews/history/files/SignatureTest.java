package accessreviews.history.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.platform.persistence.InstallationKey;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The signature of a link. */
class SignatureTest {
  private static final byte[] KEY = "key".getBytes(UTF_8);
  private static final String PATH = "/history/0e1f5c4b-6b1d-4d0a-9e3c-0a1b2c3d4e5f";
  private static final String EXPIRES = "2026-01-06T09:00:00Z";

  /** {@code printf '%s\n%s' $PATH $EXPIRES | openssl dgst -sha256 -hmac key}. */
  private static final String BY_OPENSSL =
      "af4331dab48970226a80f6f3cefa5e372a8cdf71554af0456253686bc30c12a8";

  @Test
  void isAnHmacOfThePathAndTheExpiry() {
    var signature = InstallationKey.signature(KEY, PATH, EXPIRES);

    assertThat(HexFormat.of().formatHex(Base64.getUrlDecoder().decode(signature)))
        .isEqualTo(BY_OPENSSL);
    assertThat(signature).doesNotContain("=", "+", "/");
  }

  @Test
  void isAnotherOneForEverythingElse() {
    var signature = InstallationKey.signature(KEY, PATH, EXPIRES);

    assertThat(InstallationKey.signature("Key".getBytes(UTF_8), PATH, EXPIRES))
        .isNotEqualTo(signature);
    assertThat(InstallationKey.signature(KEY, PATH.replace('0', '1'), EXPIRES))
        .isNotEqualTo(signature);
    assertThat(InstallationKey.signature(KEY, PATH, EXPIRES.replace("06", "07")))
        .isNotEqualTo(signature);
  }
}
