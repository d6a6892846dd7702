package accessreviews.notifications.occasions;

import static accessreviews.testing.HttpTest.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.identity.UserIdentity;
import accessreviews.instances.InstancesEnded;
import accessreviews.life.rounds.ReviewersContacted;
import accessreviews.stages.StagesEnded;
import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.sql.SqlTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One row for all instances of an occurrence with the same half time; none without a round. */
class HalfTimesSqlTest extends SqlTest {
  private HalfTimes halfTimes;

  HalfTimesSqlTest() {
    super(HalfTime.class);
  }

  @BeforeEach
  void halfTimes() {
    halfTimes = new HalfTimes(session());
    rows.execute("set local time zone 'America/New_York'"); // summer time begins there in March
  }

  private void begins(String stage, AnInstance.Stored... instances) {
    halfTimes.plan(
        new ReviewersContacted(
            Stream.of(instances).map(HalfTimesSqlTest::id).toList(), stage, NOW, true));
  }

  private static UUID id(AnInstance.Stored instance) {
    return UUID.fromString(instance.id());
  }

  private List<String> planned() {
    return rows.strings(
        """
        select concat_ws(' ', nullif(stage, ''), to_char(half_time at time zone 'UTC', 'MM-DD HH24:MI'))
        from notice_half_time order by 1""");
  }

  private HalfTime only() {
    return session()
        .createNativeQuery("select * from notice_half_time", HalfTime.class)
        .getSingleResult();
  }

  private void reminds(String says) {
    rows.execute(
        "update access_review_schedule_definition set settings = ?::jsonb",
        "{\"reminderNotificationsEnabled\":%s}".formatted(says));
  }

  @Test
  void allInstancesOfAnOccurrenceShareOneRow() {
    var one = AnInstance.anInstance().in(rows);
    var two = AnInstance.anInstance().ofTheSeriesOf(one).in(rows);
    AnInstance.anInstance().ofTheSeriesOf(one).until(NOW.plusSeconds(60)).in(rows);
    begins("", one, two);
    begins("", two);
    assertThat(planned()).containsExactly("01-07 21:00");

    reminds("true");
    assertThat(halfTimes.reminding(only())).containsExactlyInAnyOrder(id(one), id(two));
    assertThat(halfTimes.forget(only().id())).isOne();
    assertThat(planned()).isEmpty();
  }

  @Test
  void theSwitchOfTheSeriesCountsAtHalfTime() {
    var one = AnInstance.anInstance().in(rows);
    begins("", one);
    assertThat(halfTimes.reminding(only())).isEmpty();
    reminds("false");
    assertThat(halfTimes.reminding(only())).isEmpty();
    reminds("true");
    assertThat(halfTimes.reminding(only())).containsExactly(id(one));
  }

  @Test
  void aDayHas24HoursAlsoWhereClocksAreChanged() {
    begins("", AnInstance.anInstance().from(NOW).until(NOW.plus(Duration.ofDays(160))).in(rows));
    assertThat(planned()).containsExactly("03-26 09:00");
  }

  @Test
  void aHalfTimeThatIsOverAndAnOpenEndAreNotPlanned() {
    var late = AnInstance.anInstance().from(NOW.minus(Duration.ofDays(10))).in(rows);
    var open = AnInstance.anInstance().in(rows);
    rows.execute("update access_review_instance set end_date_time = null where id = ?", id(open));
    begins("", late);
    begins("", open);
    assertThat(planned()).isEmpty();
  }

  @Test
  void anEndForgetsItOnceNoInstanceIsLeft() {
    var one = AnInstance.anInstance().in(rows);
    var two = AnInstance.anInstance().ofTheSeriesOf(one).in(rows);
    var other = AnInstance.anInstance().until(NOW.plus(Duration.ofDays(8))).in(rows);
    begins("", one, two);
    begins("", other);
    end(one);
    assertThat(planned()).hasSize(2);

    end(two);

    assertThat(planned()).containsExactly("01-08 21:00");
    rows.execute(
        "delete from access_review_schedule_definition where id = ?::uuid", other.definition());
    assertThat(planned()).isEmpty();
  }

  private void end(AnInstance.Stored instance) {
    rows.execute(
        "update access_review_instance set status = 'Completed' where id = ?", id(instance));
    halfTimes.forget(new InstancesEnded(List.of(id(instance))));
  }

  @Test
  void theEndOfAStageForgetsItsOwn() {
    var one = AnInstance.anInstance().in(rows);
    rows.execute("update access_review_instance set stage_settings = '[{}]'");
    var stage = AStage.aStage().of(one).in(rows);
    begins("1", one);
    begins("", one);
    assertThat(planned()).containsExactly("1 01-07 21:00");

    rows.execute("update access_review_stage set status = 'Completed'");
    halfTimes.forget(new StagesEnded(List.of(UUID.fromString(stage.id())), UserIdentity.SERVICE));

    assertThat(planned()).isEmpty();
  }
}
