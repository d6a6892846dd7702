package accessreviews.testing.servers;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * The service that is tested sends its mails to {@link MailServer#ofTests()}. It does so when the
 * clock moves, and at no other time, so that no test meets a mail that it has not asked for.
 */
public final class MailSettings implements QuarkusTestResourceLifecycleManager {
  @Override
  public Map<String, String> start() {
    return Map.of(
        "quarkus.mailer.from", "Access Reviews <access-reviews@test.example>",
        "quarkus.mailer.host", "localhost",
        "quarkus.mailer.port", Integer.toString(MailServer.ofTests().port()),
        "quarkus.mailer.mock", "false",
        "access-reviews.notices.every", "off",
        "access-reviews.notices.per-minute", "1000000");
  }

  /** The server ends with the tests' process. */
  @Override
  public void stop() {}
}
