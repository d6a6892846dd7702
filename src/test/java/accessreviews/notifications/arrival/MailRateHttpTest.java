package accessreviews.notifications.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.lanes.StartsServices;
import accessreviews.testing.rows.LargeOrganisation;
import accessreviews.testing.rows.Series;
import accessreviews.testing.servers.Issuer;
import accessreviews.testing.servers.LeftToReplicas;
import accessreviews.testing.servers.Replicas;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two replicas together send no more mails in a minute than is allowed. */
@InProcessOnly("starts services of its own")
@StartsServices
@QuarkusTest
class MailRateHttpTest extends MailHttpTest implements LeftToReplicas {
  private static final int PER_MINUTE = 40;
  private static final int USERS = 120;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /** Each replica looks for mails each second. */
  private static final Duration LOOKS = Duration.ofSeconds(3);

  /** An attempt that counts as long as the test runs, however slow it is. */
  private static final String ATTEMPTED_JUST_NOW =
      """
      update notice set attempted_at = attempted_at + interval '1 hour'
      where state = 'sent' and attempted_at <= clock_timestamp()""";

  private static final String ATTEMPTED_A_MINUTE_AGO =
      """
      update notice set attempted_at = clock_timestamp() - interval '1 minute'
      where id in (
        select id from notice where attempted_at > clock_timestamp() order by id limit %d)""";

  @TempDir Path folder;

  @Test
  void theRateIsOfAllReplicasTogether() throws Exception {
    new LargeOrganisation(USERS, 1, USERS).fill();
    start(
        Series.aSeries()
            .ofScope("/groups/" + LargeOrganisation.group(0) + "/members")
            .without("reviewers")
            .with(
                "settings",
                settings(7, "weekly 1", "2026-01-12..", "\"mailNotificationsEnabled\":true")));
    try (var issuer = Issuer.start();
        var replicas = Replicas.start(2, folder, issuer, rows, settings())) {
      for (var name : replicas.names()) {
        replicas.url(name); // it listens
      }
      rows.execute("update emulator_clock set frozen_at = '2026-01-12T00:00:00Z'");
      arrived(PER_MINUTE);
      rows.execute(ATTEMPTED_A_MINUTE_AGO.formatted(15));
      arrived(PER_MINUTE + 15);
      rows.execute(ATTEMPTED_A_MINUTE_AGO.formatted(USERS));
      arrived(2 * PER_MINUTE + 15);
      assertThat(replicas.logs()).doesNotContain(" ERROR ");
    }
  }

  /** So many arrive, and no more. */
  private void arrived(int mails) throws InterruptedException {
    var begin = System.nanoTime();
    while (sent() < mails) {
      assertThat(System.nanoTime() - begin).as("waited in vain").isLessThan(PATIENCE.toNanos());
      Thread.sleep(100);
    }
    rows.execute(ATTEMPTED_JUST_NOW);
    Thread.sleep(LOOKS);
    assertThat(server.received()).hasSize(mails);
  }

  private int sent() {
    return rows.strings("select id from notice where state = 'sent'").size();
  }

  private Map<String, String> settings() {
    return Map.of(
        "QUARKUS_MAILER_FROM", "reviews@contoso.com",
        "QUARKUS_MAILER_HOST", "localhost",
        "QUARKUS_MAILER_PORT", Integer.toString(server.port()),
        "ACCESS_REVIEWS_PUBLIC_URL", "https://reviews.contoso.com",
        "ACCESS_REVIEWS_NOTICES_PER_MINUTE", Integer.toString(PER_MINUTE));
  }
}
