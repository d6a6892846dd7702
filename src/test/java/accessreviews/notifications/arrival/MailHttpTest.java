package accessreviews.notifications.arrival;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.servers.MailServer;
import accessreviews.testing.servers.ReceivedMail;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test of the mails that arrive at the SMTP server of the tests. */
abstract class MailHttpTest extends LifeHttpTest {
  protected final MailServer server = MailServer.ofTests();

  @BeforeEach
  @AfterEach
  void theServerTakesEverything() {
    server.reset();
  }

  /** Settings of a review that happens once, sends mails and does not remind. */
  protected static String mailing(int days) {
    return once(days, "\"mailNotificationsEnabled\":true");
  }

  /** To whom the mails that arrived went, in their order. */
  protected List<String> recipients() {
    return server.received().stream().map(ReceivedMail::to).toList();
  }

  /** The mails that arrived, as a mail program reads them. */
  protected List<ArrivedMail> mails() {
    return server.received().stream().map(ArrivedMail::of).toList();
  }

  /** To whom mails could not be delivered, by their ids. */
  protected static List<String> failed() {
    return listed("recipientId");
  }

  /** Why not. */
  protected static List<String> failures() {
    return listed("failure");
  }

  private static List<String> listed(String member) {
    var answer = request().get("/notices?state=failed").then().statusCode(200).extract();
    return answer.path("value." + member);
  }

  /** Everything that has failed is sent again, and nothing has failed then. */
  protected static void retryAll() {
    for (var id : listed("id")) {
      request().post("/notices/" + id + "/retry").then().statusCode(204);
    }
    assertThat(failed()).isEmpty();
    advance("PT0S");
  }
}
