package accessreviews.notifications.arrival;

import static accessreviews.testing.servers.MailServer.Answer.ACCEPTED;
import static accessreviews.testing.servers.MailServer.Answer.CLOSING;
import static accessreviews.testing.servers.MailServer.Answer.HANGING;
import static accessreviews.testing.servers.MailServer.Answer.refused;
import static accessreviews.testing.servers.MailServer.Answer.refusedText;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Organisation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.HttpClientConfig;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An SMTP server that is down, slow, strict or gone in the middle of a mail. */
@QuarkusTest
class MailOutagesHttpTest extends MailHttpTest {
  private static final String BOSS = "boss@contoso.com";
  private static final String CHIEF = "chief@contoso.com";

  /** Longer than the service waits for a server. */
  @BeforeEach
  void theClockMayTakeItsTime() {
    RestAssured.config =
        RestAssured.config()
            .httpClient(
                HttpClientConfig.httpClientConfig().setParam("http.socket.timeout", 120_000));
  }

  @AfterEach
  void others() {
    RestAssured.config = RestAssured.config().httpClient(HttpClientConfig.httpClientConfig());
  }

  @BeforeEach
  void staff() {
    Organisation.users("ada", "boss", "chief");
    Organisation.group("staff", "ada");
  }

  private static void startReview() {
    start(reviewOf("staff", user("boss"), user("chief")).with("settings", mailing(30)));
  }

  @Test
  void afterADayWithoutAServerMailsAreGivenUpListedAndSentOnceAskedFor() {
    server.down();
    startReview();
    advance("PT23H");
    assertThat(failed()).isEmpty();
    advance("PT2H");
    assertThat(failed())
        .containsExactlyInAnyOrder(Organisation.id("boss"), Organisation.id("chief"));

    server.up();
    advance("P1D");
    assertThat(recipients()).as("nobody asked for them").isEmpty();
    retryAll();

    assertThat(recipients()).containsExactlyInAnyOrder(BOSS, CHIEF);
    advance("P2D");
    assertThat(recipients()).hasSize(2);
  }

  @Test
  void mailsGoByThemselvesAfterAnOutageOfHours() {
    server.down();
    startReview();
    advance("PT10H");
    server.up();

    advance("PT1H");

    assertThat(recipients()).containsExactlyInAnyOrder(BOSS, CHIEF);
    assertThat(failed()).isEmpty();
  }

  @Test
  void whoIsPutOffAtFirstGetsOneMail() {
    server.answer(BOSS, refused(450, "4.2.0 greylisted, try again later"));
    startReview();
    assertThat(recipients()).containsExactly(CHIEF);
    server.answer(BOSS, refusedText(451, "4.7.1 still greylisted"));
    advance("PT1M");
    assertThat(recipients()).containsExactly(CHIEF);

    server.answer(BOSS, ACCEPTED);
    advance("PT5M");

    assertThat(recipients()).containsExactly(CHIEF, BOSS);
    advance("P2D");
    assertThat(recipients()).hasSize(2);
  }

  @Test
  void anAddressThatIsRefusedIsTriedOnceAndDelaysNobody() {
    server.answer(BOSS, refused(550, "5.1.1 no such user"));

    startReview();
    advance("P2D");

    assertThat(recipients()).containsExactly(CHIEF);
    assertThat(server.attempts()).containsOnlyOnce(BOSS);
    assertThat(failed()).containsExactly(Organisation.id("boss"));
    assertThat(failures().getFirst()).contains("550");
  }

  @Test
  void aMailThatIsRefusedAfterItsTextIsTriedOnce() {
    server.answer(BOSS, refusedText(554, "5.7.1 looks like spam"));

    startReview();
    advance("P2D");

    assertThat(recipients()).containsExactly(CHIEF);
    assertThat(server.attempts()).containsOnlyOnce(BOSS);
    assertThat(failures().getFirst()).contains("554");
  }

  @Test
  void aServerThatHangsInAMailDelaysThatMailAlone() throws Exception {
    server.answer(BOSS, HANGING);

    whileMailsAreSent(MailOutagesHttpTest::startReview);

    assertThat(recipients()).containsExactly(CHIEF);
    server.answer(BOSS, ACCEPTED);
    advance("PT1M");
    assertThat(recipients()).as(waiting()).containsExactly(CHIEF, BOSS);
  }

  /** Why mails wait. */
  private String waiting() {
    return rows.strings("select attempts || ' ' || failure from notice where state = 'waiting'")
        .toString();
  }

  /** It accepts connections and never says a word. */
  @Test
  void aServerThatIsSilentDelaysMailsAndNothingElse() throws Exception {
    server.down();
    try (var silent = new ServerSocket(server.port(), 50, InetAddress.getLoopbackAddress())) {
      assertThat(silent.isBound()).isTrue();
      whileMailsAreSent(MailOutagesHttpTest::startReview);
    }
    server.up();

    advance("PT1M");

    assertThat(recipients()).as(waiting()).containsExactlyInAnyOrder(BOSS, CHIEF);
  }

  /** Requests are answered while {@code sends} waits for the server. */
  private static void whileMailsAreSent(Runnable sends) throws Exception {
    var sent = new CompletableFuture<Void>();
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                sends.run();
                sent.complete(null);
              } catch (Throwable e) {
                sent.completeExceptionally(e);
              }
            });
    var answered = 0;
    var begin = System.nanoTime();
    while (!sent.isDone()) {
      request().get(DEFINITIONS).then().statusCode(200);
      Organisation.user("new" + answered++, "");
      Thread.sleep(100);
    }
    System.out.println("MAIL OUTAGE seconds: " + (System.nanoTime() - begin) / 1e9);
    sent.get();
    assertThat(answered).as("requests that were answered meanwhile").isGreaterThan(20);
  }

  /** It took the mail, and the service does not know. */
  @Test
  void aConnectionThatEndsBeforeTheAnswerCausesTheSameMailAgain() {
    server.answer(BOSS, CLOSING);
    startReview();
    assertThat(recipients()).containsExactlyInAnyOrder(CHIEF, BOSS);
    server.answer(BOSS, ACCEPTED);

    advance("PT1M");

    var twice = server.received().stream().filter(mail -> mail.to().equals(BOSS)).toList();
    assertThat(twice).hasSize(2);
    assertThat(twice.stream().map(ArrivedMail::of).map(ArrivedMail::messageId).collect(toSet()))
        .hasSize(1);
    advance("P2D");
    assertThat(recipients()).hasSize(3);
  }
}
