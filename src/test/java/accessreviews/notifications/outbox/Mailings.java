package accessreviews.notifications.outbox;

import java.util.Optional;

/** Mail that is on or off, without a service. */
public final class Mailings {
  public static final Mailing ON = of("reviews@contoso.com");
  public static final Mailing OFF = of("");

  private Mailings() {}

  @SuppressWarnings("NullAway") // nobody asks for the URL
  private static Mailing of(String from) {
    return new Mailing(Optional.of(from), null);
  }
}
