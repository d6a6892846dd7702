package accessreviews.notifications.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.servers.MailServer;
import accessreviews.testing.servers.MailServer.Answer;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What could not be told is listed for those who write reviews, and sent again by them. */
@Endpoint
@QuarkusTest
class NoticesHttpTest extends LifeHttpTest {
  private final MailServer server = MailServer.ofTests();
  private String series = "";

  @BeforeEach
  void aNoticeThatFailed() {
    server.reset();
    server.answerAll(Answer.refused(550, "No such user"));
    Organisation.users("ada", "boss");
    Organisation.group("staff", "ada");
    series =
        start(
            reviewOf("staff", user("boss"))
                .with("settings", once(14, "\"mailNotificationsEnabled\":true")));
    server.reset();
  }

  @AfterEach
  void quiet() {
    server.reset();
  }

  private String onlyId() {
    return rows.strings("select id from notice").getFirst();
  }

  @Test
  void whatFailedIsListedWithItsReason() {
    request()
        .get("/notices?state=failed")
        .then()
        .statusCode(200)
        .body("value", hasSize(1))
        .body("value[0].kind", is("start"))
        .body("value[0].recipientId", is(Organisation.id("boss")))
        .body("value[0].instanceId", is(latest(series)))
        .body("value[0].failure", is("recipient address not accepted: 550 No such user"))
        .body("value[0].nextAttemptDateTime", nullValue())
        .body("'@odata.nextLink'", nullValue());
    request().get("/notices?state=sent").then().statusCode(200).body("value", hasSize(0));
    request().get("/notices").then().statusCode(200).body("value", hasSize(1));
  }

  @Test
  void pagesFollowEachOther() {
    rows.execute(
        """
        insert into notice (channel, kind, state, definition_id, instance_id, recipient_id,
          created_date_time, next_attempt_at)
        select 'mail', 'reminder', 'failed', definition_id, instance_id, gen_random_uuid(),
          created_date_time, next_attempt_at
        from notice, generate_series(1, 150)""");
    var first = request().get("/notices?state=failed").then().statusCode(200).extract().jsonPath();
    assertThat(first.getList("value")).hasSize(100);
    String next = first.getString("'@odata.nextLink'");
    request()
        .get(next)
        .then()
        .statusCode(200)
        .body("value", hasSize(51))
        .body("'@odata.nextLink'", nullValue());
  }

  @Test
  void whatFailedIsSentAgain() {
    request().post("/notices/" + onlyId() + "/retry").then().statusCode(204);
    advance("PT0S");
    assertThat(server.received()).hasSize(1);
    assertThat(rows.strings("select state from notice")).containsExactly("sent");
    request().post("/notices/" + onlyId() + "/retry").then().statusCode(409);
  }

  @Test
  void othersSeeAndSendNothing() {
    var reader = "{\"roles\":[\"AccessReview.Read.All\"]}";
    as(reader).get("/notices").then().statusCode(403);
    as(reader).post("/notices/" + onlyId() + "/retry").then().statusCode(403);
    var ofRoles =
        "{\"oid\":\"%s\",\"scp\":\"AccessReview.ReadWrite.All\",\"wids\":[\"e8611ab8-c189-46e8-94e1-60213ab1f814\"]}"
            .formatted(Organisation.id("ada"));
    as(ofRoles).get("/notices").then().statusCode(200).body("value", hasSize(0));
    as(ofRoles).post("/notices/" + onlyId() + "/retry").then().statusCode(403);
    assertThat(rows.strings("select state from notice")).containsExactly("failed");
  }

  @Test
  void wrongQueriesAndIdsAreRefused() {
    request().get("/notices?state=lost").then().statusCode(400);
    request().get("/notices?after=x").then().statusCode(400);
    for (var id : new String[] {"0", "-1", "x", "99999999999999999999", "999999999999"}) {
      request().post("/notices/" + id + "/retry").then().statusCode(404);
    }
  }

  @Test
  void theNoticesOfADeletedSeriesAreGone() {
    request().delete(path(series)).then().statusCode(204);
    assertThat(rows.strings("select id from notice")).isEmpty();
  }
}
