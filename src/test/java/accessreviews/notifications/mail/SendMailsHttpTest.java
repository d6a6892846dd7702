package accessreviews.notifications.mail;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.servers.MailServer;
import accessreviews.testing.servers.MailServer.Answer;
import accessreviews.testing.servers.ReceivedMail;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Mails leave at their time, once, and are tried again where they were not taken. */
@QuarkusTest
class SendMailsHttpTest extends LifeHttpTest {
  private static final String STATES =
      "select distinct state || ' ' || coalesce(failure, '') from notice order by 1";

  private final MailServer server = MailServer.ofTests();

  @BeforeEach
  void organisation() {
    server.reset();
    Organisation.users("ada", "bob");
    Organisation.user("boss", ",\"mail\":\"boss@example.com\"");
    Organisation.group("staff", "ada", "bob");
  }

  @AfterEach
  void quiet() {
    server.reset();
  }

  private static String started() {
    return start(
        reviewOf("staff", user("boss"))
            .with("settings", once(14, "\"mailNotificationsEnabled\":true")));
  }

  private List<String> received() {
    return server.received().stream().map(ReceivedMail::to).toList();
  }

  private List<String> states() {
    return rows.strings(STATES);
  }

  @Test
  void aReviewerIsToldOnceAndTheLogSaysSo() {
    var series = started();
    advance("PT1H");

    assertThat(received()).containsExactly("boss@example.com");
    var mail = server.received().getFirst();
    var instance = latest(series);
    assertThat(mail.header("To")).isEqualTo("boss <boss@example.com>");
    assertThat(mail.header("From")).isEqualTo("Access Reviews <access-reviews@test.example>");
    assertThat(mail.header("Auto-Submitted")).isEqualTo("auto-generated");
    assertThat(mail.header("Message-ID"))
        .isEqualTo(
            "<"
                + rows.strings("select id from notice").getFirst()
                + "."
                + instance
                + "@localhost>");
    assertThat(mail.text()).contains("/reviews/" + instance);
    assertThat(states()).containsExactly("sent ");
    assertThat(
            rows.strings(
                "select (entry::json ->> 'kind') || ' ' || (entry::json ->> 'messageId')"
                    + " from evidence_entry where type = 'notice.sent'"))
        .containsExactly("start " + mail.header("Message-ID"));
  }

  @Test
  void aMailThatIsNotTakenIsTriedAgainUnderTheSameIdWithGrowingPauses() {
    server.answerAll(Answer.refused(450, "Later"));
    started();
    advance("PT5M");
    assertThat(server.attempts()).hasSize(2); // at once, and after a minute
    advance("PT1M");
    assertThat(server.attempts()).hasSize(3);
    assertThat(states()).containsExactly("waiting recipient address not accepted: 450 Later");

    server.answerAll(Answer.ACCEPTED);
    advance("PT20M");
    assertThat(received()).containsExactly("boss@example.com");
    assertThat(rows.strings("select attempts from notice")).containsExactly("4");
  }

  @Test
  void aMailIsGivenUpAfterADayAndItsReviewerCountsAsNotNotified() {
    server.answerAll(Answer.refused(450, "Later"));
    var series = started();
    advance("P2D");
    assertThat(states()).containsExactly("failed recipient address not accepted: 450 Later");
    assertThat(server.attempts()).hasSizeBetween(25, 30);
    assertThat(rows.strings("select undelivered from access_review_reviewer")).containsExactly("t");
    assertThat(
            request()
                .accept("text/csv")
                .get(instancePath(series, latest(series)) + "/decisions")
                .asString())
        .contains("Not notified");
  }

  @Test
  void aRefusalForGoodIsNotTriedAgain() {
    server.answer("boss@example.com", Answer.refused(550, "No such user"));
    started();
    advance("P1D");
    assertThat(server.attempts()).hasSize(1);
    assertThat(states()).containsExactly("failed recipient address not accepted: 550 No such user");
  }

  @Test
  void aServerThatIsDownGetsTheMailLater() {
    server.down();
    started();
    advance("PT1M");
    server.up();
    advance("PT1H");
    assertThat(received()).containsExactly("boss@example.com");
    assertThat(states()).containsExactly("sent ");
  }

  @Test
  void aMailThatNobodyConfirmsIsSentAgainUnderTheSameId() {
    server.answerAll(Answer.CLOSING);
    started();
    server.answerAll(Answer.ACCEPTED);
    advance("PT1H");
    assertThat(server.received().stream().map(mail -> mail.header("Message-ID")).distinct())
        .hasSize(1);
    assertThat(rows.strings("select attempts from notice")).containsExactly("2");
    assertThat(states()).containsExactly("sent ");
  }

  @Test
  void whoHasNoAddressOrIsAGuestWhoHasNotAcceptedIsNotTold() {
    rows.execute(
        "update directory_user set mail = null, user_principal_name = 'boss' where id = ?::uuid",
        Organisation.id("boss"));
    rows.execute(
        "update directory_user set external_user_state = 'PendingAcceptance' where id = ?::uuid",
        Organisation.id("bob"));
    start(
        reviewOf("staff", user("boss"), user("bob"), user("ada"))
            .with("settings", once(14, "\"mailNotificationsEnabled\":true")));
    assertThat(received()).containsExactly("ada@contoso.com");
    assertThat(states()).containsExactly("dropped guestPending", "failed noAddress", "sent ");
    assertThat(rows.strings("select count(*) from access_review_reviewer where undelivered"))
        .containsExactly("2");
  }

  @Test
  void nothingIsSentForWhatHasEnded() {
    server.answerAll(Answer.refused(450, "Later"));
    var series = started();
    advance("PT0S");
    stop(instancePath(series, latest(series)));
    server.answerAll(Answer.ACCEPTED);
    advance("PT6M");
    assertThat(rows.strings("select state || ' ' || failure from notice where kind = 'start'"))
        .containsExactly("dropped instanceEnded");
    assertThat(rows.strings("select state from notice where kind = 'start'"))
        .doesNotContain("sent");
  }
}
