package accessreviews.notifications.occasions;

import static accessreviews.testing.HttpTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.life.ReminderRequested;
import accessreviews.life.rounds.ReviewersContacted;
import accessreviews.notifications.outbox.Mailing;
import accessreviews.notifications.outbox.Mailings;
import accessreviews.notifications.outbox.NoticesConfig;
import accessreviews.testing.rows.AReviewer;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.sql.SqlTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom starts and reminders tell, and when. */
class OccasionsSqlTest extends SqlTest {
  private static final String[] NOBODY = {};

  private AnInstance.Stored instance;

  @BeforeEach
  void anInstanceThatTells() {
    instance = AnInstance.anInstance().in(rows); // from a day ago until in six days
    tells(true);
  }

  private void tells(boolean byMail) {
    rows.execute(
        "update access_review_instance set settings = ?::jsonb",
        "{\"mailNotificationsEnabled\":%s}".formatted(byMail));
  }

  private void reviewer(String name, @Nullable String list, String stage) {
    var reviewer = AReviewer.aReviewer(Organisation.id(name)).inStage(stage).named(name);
    (list == null ? reviewer : reviewer.on(list)).in(instance, rows);
  }

  private void starts(Mailing mailing, NoticesConfig settings, String stage, boolean begins) {
    new StartNotices(mailing, new Digest(settings), session())
        .tell(new ReviewersContacted(List.of(id()), stage, NOW, begins));
  }

  private UUID id() {
    return UUID.fromString(instance.id());
  }

  private Reminders reminders(Mailing mailing, NoticesConfig settings) {
    return new Reminders(mailing, settings, new Digest(settings), session());
  }

  /** The names of those who are told, with the kind and the stage: {@code start 1 ada}. */
  private List<String> told() {
    return rows.strings(
        """
        select concat_ws(' ', n.kind, nullif(n.stage, ''), r.display_name)
        from notice n join access_review_reviewer r
          on r.instance_id = n.instance_id and r.stage = n.stage and r.user_id = n.recipient_id
        where n.channel = 'mail' and n.created_date_time = ?::timestamptz order by 1""",
        NOW.toString());
  }

  private List<String> leaving() {
    return rows.strings(
        "select distinct to_char(next_attempt_at at time zone 'UTC', 'DD HH24:MI') from notice");
  }

  private static String[] list(@Nullable String expected) {
    return expected == null ? NOBODY : expected.split("; ", -1);
  }

  @Test
  void aStartTellsWhoIsContacted() {
    reviewer("ada", "primary", "");
    reviewer("own", null, "");
    reviewer("later", "primary", "2");
    AReviewer.aReviewer(Organisation.id("idle")).on("fallback").notContacted().in(instance, rows);

    starts(Mailings.ON, Settings.DEFAULT, "", true);

    assertThat(told()).containsExactly("start ada", "start own");
    assertThat(leaving()).containsExactly("05 09:00");
  }

  @Test
  void aStartTellsNobodyWithoutItsSwitchOrWithoutMail() {
    reviewer("ada", "primary", "");

    starts(Mailings.OFF, Settings.DEFAULT, "", true);
    tells(false);
    starts(Mailings.ON, Settings.DEFAULT, "", true);
    rows.execute("update access_review_instance set settings = '{}'");
    starts(Mailings.ON, Settings.DEFAULT, "", true);

    assertThat(told()).isEmpty();
  }

  @Test
  void whoIsContactedLaterIsToldThenAndOnce() {
    reviewer("ada", "primary", "");
    starts(Mailings.ON, Settings.DEFAULT, "", true);
    rows.execute("update notice set state = 'sent'");
    reviewer("bob", "primary", "");

    starts(Mailings.ON, Settings.DEFAULT, "", false);
    starts(Mailings.ON, Settings.DEFAULT, "", false);

    assertThat(told()).containsExactly("start ada", "start bob");
  }

  /** Such as that of a reviewer who was removed, and is named again. */
  @Test
  void aStartThatWasDroppedIsToldAgain() {
    reviewer("ada", "primary", "");
    starts(Mailings.ON, Settings.DEFAULT, "", true);
    rows.execute("update notice set state = 'dropped'");

    starts(Mailings.ON, Settings.DEFAULT, "", false);

    assertThat(told()).containsExactly("start ada", "start ada");
  }

  @Test
  void aStageTellsItsOwnReviewersAlsoThoseOfTheStageBefore() {
    staged();
    reviewer("ada", "primary", "1");
    reviewer("ada", "primary", "2");
    starts(Mailings.ON, Settings.DEFAULT, "1", true);
    assertThat(told()).containsExactly("start 1 ada");
    stage("2");

    starts(Mailings.ON, Settings.DEFAULT, "2", true);

    assertThat(told()).containsExactly("start 1 ada", "start 2 ada");
  }

  /** Half of the six days that are left is the latest. */
  @ParameterizedTest
  @CsvSource({"PT24H, 06 00:00", "P50D, 08 09:00", "PT1H, 05 10:00"})
  void aDigestHoldsNoticesUntilItsEndOrHalfOfTheTimeThatIsLeft(Duration period, String leaving) {
    reviewer("ada", "primary", "");
    rows.execute("set local time zone 'America/New_York'");

    starts(Mailings.ON, Settings.of(period, false), "", true);

    assertThat(leaving()).containsExactly(leaving);
  }

  private void staged() {
    rows.execute("update access_review_instance set stage_settings = '[{}]'");
    AStage.aStage().of(instance).in(rows);
  }

  private void stage(String open) {
    rows.execute("update access_review_stage set status = 'Completed'");
    AStage.aStage().of(instance).in(rows);
    rows.execute("update access_review_stage set stage_id = ? where status = 'InProgress'", open);
  }

  /** Pia and Paul are on the primary list, Fay on the fallback list; Owen has items of his own. */
  @ParameterizedTest(name = "{0} {1} {2}: {3}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          primary,    -,    NotReviewed, paul; pia
          primary,    owen, NotReviewed, owen; paul; pia
          primary,    pia,  NotReviewed, paul; pia
          primary,    -,    DontKnow,    -
          fallback,   -,    NotReviewed, fay
          individual, owen, NotReviewed, owen
          individual, owen, Approve,     -
          nobody,     -,    NotReviewed, -
          """)
  void whoHasSomethingOpenIsReminded(
      String route, @Nullable String own, String decision, @Nullable String expected) {
    everybody("");
    AnItem.anItem()
        .inStage("", route, own == null ? null : Organisation.id(own))
        .with("decision", decision)
        .in(instance, rows);
    AnItem.anItem().inStage("", "primary", null).with("decision", "Approve").in(instance, rows);

    reminders(Mailings.ON, Settings.DEFAULT).remindAtHalfTime(List.of(id()), NOW);

    assertThat(told())
        .containsExactly(
            Arrays.stream(list(expected)).map(name -> "reminder " + name).toArray(String[]::new));
  }

  private void everybody(String stage) {
    reviewer("pia", "primary", stage);
    reviewer("paul", "primary", stage);
    reviewer("fay", "fallback", stage);
    reviewer("owen", null, stage);
  }

  /** What an earlier stage has decided is open in the next one. */
  @ParameterizedTest(name = "{0} in the instance, {1} in the stage: {2}")
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          Approve,     NotReviewed, paul; pia
          Approve,     Deny,        -
          NotReviewed, NotReviewed, paul; pia
          """)
  void inAStageItsOwnDecisionsCount(String last, String ofStage, @Nullable String expected) {
    staged();
    everybody("1");
    var item = AnItem.anItem().inStage("1", "primary", null).with("decision", last);
    item.withInStage("decision", ofStage).decidedIn("1", item.in(instance, rows), rows);
    AnItem.anItem().inStage("0", "fallback", null).in(instance, rows); // has not gone on

    reminders(Mailings.ON, Settings.DEFAULT).remindAtHalfTime(List.of(id()), NOW);

    assertThat(told())
        .containsExactly(
            Arrays.stream(list(expected)).map(name -> "reminder 1 " + name).toArray(String[]::new));
  }

  @Test
  void thoseWhoHaveFinishedAreRemindedWhereTheConfigurationSaysSo() {
    everybody("");

    reminders(Mailings.ON, Settings.of(Duration.ZERO, true)).remindAtHalfTime(List.of(id()), NOW);

    assertThat(told())
        .containsExactly("reminder fay", "reminder owen", "reminder paul", "reminder pia");
  }

  @Test
  void onCallNeitherTheSwitchNorADigestNorTheConfigurationCounts() {
    everybody("");
    tells(false);
    AnItem.anItem().inStage("", "fallback", null).in(instance, rows);
    var daily = Settings.of(Duration.ofDays(1), true);

    reminders(Mailings.OFF, daily).remind(new ReminderRequested(id(), NOW));
    assertThat(told()).isEmpty();
    reminders(Mailings.ON, daily).remind(new ReminderRequested(id(), NOW));
    reminders(Mailings.ON, daily).remind(new ReminderRequested(id(), NOW));

    assertThat(told()).containsExactly("requestedReminder fay");
    assertThat(leaving()).containsExactly("05 09:00");
  }
}
