package accessreviews.notifications.mail;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address as SMTP servers take it: the characters of a dot-atom (RFC 5322, 3.2.3), and a domain,
 * whose other characters are encoded (RFC 3492).
 */
final class MailAddress {
  private static final int LONGEST = 254;
  private static final Pattern LOCAL_PART =
      Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*+");
  private static final Pattern DOMAIN = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*+");

  private MailAddress() {}

  /** The form of {@code address} for SMTP; empty if it is none that can be used. */
  static Optional<String> usable(String address) {
    var at = address.lastIndexOf('@');
    if (at < 0 || address.length() > LONGEST) {
      return Optional.empty();
    }
    var local = address.substring(0, at);
    return domain(address.substring(at + 1))
        .filter(domain -> LOCAL_PART.matcher(local).matches())
        .map(domain -> local + "@" + domain)
        .filter(usable -> usable.length() <= LONGEST);
  }

  private static Optional<String> domain(String text) {
    try {
      return Optional.of(IDN.toASCII(text).toLowerCase(Locale.ROOT))
          .filter(domain -> DOMAIN.matcher(domain).matches());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
