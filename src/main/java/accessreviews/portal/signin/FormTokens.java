package accessreviews.portal.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.identity.Caller;
import accessreviews.platform.persistence.InstallationKey;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The token of a form: it says that the form was made for the person who sends it. Another site
 * cannot make one, and that of another person is of no use (docs/adr/0034-forms-of-the-portal.md).
 */
@ApplicationScoped
public class FormTokens {
  /** The name of the field. */
  public static final String FIELD = "form-token";

  private static final String PURPOSE = "form of the portal";
  private static final Duration VALID = Duration.ofHours(24);
  private static final Pattern FORM = Pattern.compile("([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final InstallationKey key;
  private final Caller caller;

  FormTokens(InstallationKey key, Caller caller) {
    this.key = key;
    this.caller = caller;
  }

  /** A token for a form of the caller, which is good for 24 hours. */
  public String make() {
    var now = Instant.now().getEpochSecond();
    return now + "." + signature(now);
  }

  /** Refuses a form without a token of the caller. */
  public void require(@Nullable String sent) {
    var form = FORM.matcher(sent == null ? "" : sent);
    if (!form.matches() || !isMade(Long.parseLong(form.group(1)), form.group(2))) {
      throw new Refused(
          Refusal.NOT_AUTHORIZED,
          null,
          "The form is too old, or was not made for you. Open the page again and send it once"
              + " more.");
    }
  }

  private boolean isMade(long at, String signature) {
    var made = Instant.ofEpochSecond(at);
    var now = Instant.now();
    return !made.isAfter(now)
        && now.isBefore(made.plus(VALID))
        && MessageDigest.isEqual(signature(at).getBytes(UTF_8), signature.getBytes(UTF_8));
  }

  private String signature(long at) {
    return key.signature(PURPOSE, caller.identity().id() + " " + at);
  }
}
