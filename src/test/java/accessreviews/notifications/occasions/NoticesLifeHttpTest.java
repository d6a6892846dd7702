package accessreviews.notifications.occasions;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.Bodies;
import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whom a review tells from its start to its end (observed.md, "Mails"). */
@Endpoint
@QuarkusTest
class NoticesLifeHttpTest extends LifeHttpTest {
  private static final String MAIL = "\"mailNotificationsEnabled\":true";
  private static final String REMIND = "\"reminderNotificationsEnabled\":true";
  private static final String CREATOR =
      """
      {"oid":"%s","scp":"AccessReview.ReadWrite.All","wids":["fe930be7-5e62-47db-91af-98c3a49a38b1"]}"""
          .formatted(Organisation.id("chief"));

  @BeforeEach
  void organisation() {
    Organisation.users("ada", "bob", "boss", "chief", "helper");
    Organisation.user("guest", ",\"userType\":\"Guest\"");
    Organisation.group("staff", "ada", "bob");
    Organisation.manager("ada", "boss");
  }

  /** Every mail that was queued, whatever became of it: {@code 01-05 09:00 start 1 boss}. */
  private List<String> told() {
    return rows.strings(
        """
        select concat_ws(' ', to_char(n.created_date_time at time zone 'UTC', 'MM-DD HH24:MI'),
          n.kind, nullif(n.stage, ''), u.display_name)
        from notice n left join directory_user u on u.id = n.recipient_id
        where n.channel = 'mail' order by n.created_date_time, n.kind, n.stage, u.display_name""");
  }

  private List<String> halfTimes() {
    return rows.strings("select half_time from notice_half_time");
  }

  private static Series reviewed(Series review, String... further) {
    return review.with("settings", once(4, further));
  }

  private void remind(String series, boolean on) {
    update(path(series), "{\"settings\":{\"reminderNotificationsEnabled\":%s}}".formatted(on));
  }

  private static Series inStages(String... further) {
    return reviewOf("staff")
        .inStages(stage(1, 2, "", user("boss")), stage(2, 4, "", user("chief")))
        .with("settings", once(6, further));
  }

  @Test
  void managersAndFallbackReviewersAreToldAtTheStartAndRemindedAtHalfTime() {
    var series =
        start(reviewed(reviewOf("staff", "./manager"), MAIL, REMIND).withFallback(user("helper")));
    assertThat(told()).containsExactly("01-05 09:00 start boss", "01-05 09:00 start helper");
    decide(latest(series), "ada", "Approve");

    advance("P4D");

    assertThat(told())
        .containsExactly(
            "01-05 09:00 start boss", "01-05 09:00 start helper", "01-07 00:00 reminder helper");
    assertThat(halfTimes()).isEmpty();
  }

  @Test
  void inASelfReviewThePrincipalsAre() {
    start(reviewed(reviewOf("staff"), MAIL));

    assertThat(told()).containsExactly("01-05 09:00 start ada", "01-05 09:00 start bob");
  }

  @Test
  void withoutItsSwitchesNobodyIs() {
    var series = start(reviewed(reviewOf("staff", user("boss"))));

    advance("P9D");

    assertThat(statusOf(series)).isEqualTo("Completed");
    assertThat(told()).isEmpty();
  }

  @Test
  void eachStageTellsItsReviewersAndHasAHalfTimeOfItsOwn() {
    var series = start(inStages(MAIL, REMIND));
    advance("P1D");
    decide(latest(series), "ada", "Approve");
    decide(latest(series), "bob", "Approve");

    advance("P8D");

    assertThat(told())
        .containsExactly(
            "01-05 09:00 start 1 boss",
            "01-06 00:00 reminder 1 boss",
            "01-07 00:00 start 2 chief",
            "01-09 00:00 reminder 2 chief");
  }

  @Test
  void aReminderThatIsSwitchedOnInTimeIsSent() {
    var series = start(reviewed(reviewOf("staff", user("boss"))));
    advance("P1D");
    remind(series, true);

    advance("P9D");

    assertThat(told()).containsExactly("01-07 00:00 reminder boss");
  }

  @Test
  void aReminderThatIsSwitchedOnTooLateOrOffInTimeIsNot() {
    var late = start(reviewed(reviewOf("staff", user("boss"))));
    var off = start(reviewed(reviewOf("staff", user("boss")), REMIND));
    remind(off, false);
    advance("P3D");
    remind(late, true);

    advance("P9D");

    assertThat(told()).isEmpty();
    assertThat(halfTimes()).isEmpty();
  }

  @Test
  void whoIsNamedLaterIsToldThenAndNobodyTwice() {
    var series = start(reviewed(reviewOf("staff", user("boss")), MAIL));
    var instance = instancePath(series, latest(series));
    advance("PT1H");
    update(instance, Bodies.update("\"reviewers\":" + Series.scopes(user("boss"), user("helper"))));
    advance("PT1H");
    update(instance, Bodies.update("\"reviewers\":" + Series.scopes(user("helper"))));
    advance("PT1H");
    update(instance, Bodies.update("\"reviewers\":" + Series.scopes(user("boss"))));
    advance("PT1H");
    update(instance, Bodies.update("\"reviewers\":" + Series.scopes("./manager")));

    assertThat(told()).containsExactly("01-05 09:00 start boss", "01-05 10:00 start helper");
  }

  @Test
  void aStageThatIsStoppedBeforeItsHalfTimeRemindsNobody() {
    var series = start(inStages(REMIND));
    stop(stagePath(series, latest(series), 0));
    assertThat(halfTimes()).hasSize(1);
    stop(instancePath(series, latest(series)));
    assertThat(halfTimes()).isEmpty();

    advance("P9D");

    assertThat(told()).isEmpty();
  }

  @Test
  void nothingIsLeftOfASeriesThatIsDeleted() {
    var series = start(reviewed(reviewOf("staff", user("boss")), MAIL, REMIND));

    request().delete(path(series)).then().statusCode(204);

    assertThat(told()).isEmpty();
    assertThat(halfTimes()).isEmpty();
  }

  @Test
  void aReviewOfAllGroupsTellsInOneStatementAndHasOneHalfTime() {
    Organisation.team("red", "ada", "guest");
    Organisation.team("blue", "bob", "guest");

    start(reviewed(reviewOfAllTeams(), MAIL, REMIND));

    assertThat(told())
        .containsExactly(
            "01-05 09:00 start ada",
            "01-05 09:00 start bob",
            "01-05 09:00 start guest",
            "01-05 09:00 start guest");
    assertThat(halfTimes()).hasSize(1);
    advance("P2D");
    assertThat(told()).hasSize(8).contains("01-07 00:00 reminder guest");
  }

  private static String completedTo(String... queries) {
    var items =
        java.util.Arrays.stream(queries)
            .map(
                query ->
                    """
                    {"notificationTemplateType":"CompletedAdditionalRecipients","notificationRecipientScope":
                     {"@odata.type":"#microsoft.graph.accessReviewNotificationRecipientQueryScope",
                      "query":"%s","queryType":"MicrosoftGraph"}}"""
                        .formatted(query))
            .toList();
    return "[" + String.join(",", items) + "]";
  }

  private static void startByChief(Series review) {
    as(CREATOR)
        .contentType("application/json")
        .body(review.json())
        .post(DEFINITIONS)
        .then()
        .statusCode(201);
    advance("PT0S");
  }

  @Test
  void whoCreatedItIsToldOnceThatItIsCompletedAndTheAdditionalRecipientsAre() {
    Organisation.group("board", "chief", "helper", "bob", "staff");

    startByChief(
        reviewed(reviewOf("staff", user("boss")), MAIL)
            .with(
                "additionalNotificationRecipients",
                completedTo(
                    user("helper"),
                    user("chief"),
                    "/groups/" + Organisation.id("board") + "/members")));
    advance("P9D");

    assertThat(told())
        .containsExactly(
            "01-05 09:00 start boss",
            "01-09 00:00 completed chief",
            "01-09 00:00 completedAdditionalRecipients bob",
            "01-09 00:00 completedAdditionalRecipients helper");
  }

  @Test
  void withoutMailOrAPersonOnlyTheAdditionalRecipientsAre() {
    var additional =
        completedTo("/groups/" + Organisation.id("board") + "/transitiveMembers", user("chief"));
    Organisation.group("board", "staff");
    startByChief(
        reviewed(reviewOf("staff", user("boss")))
            .with("additionalNotificationRecipients", additional));
    start(reviewed(reviewOf("staff", user("boss")), MAIL)); // by an application
    advance("P9D");

    assertThat(told())
        .containsExactly(
            "01-05 09:00 start boss",
            "01-09 00:00 completedAdditionalRecipients ada",
            "01-09 00:00 completedAdditionalRecipients bob",
            "01-09 00:00 completedAdditionalRecipients chief");
  }

  @Test
  void ofAFailedInstanceNobodyIsTold() {
    startByChief(reviewed(reviewOf("staff", user("boss")), MAIL));
    rows.execute("update access_review_instance set status = 'Failed', next_transition_at = null");

    advance("P9D");

    assertThat(told()).containsExactly("01-05 09:00 start boss");
  }
}
