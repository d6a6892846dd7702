package accessreviews.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class RecurrencePropertiesTest {
  @Property
  void aSeriesIsRefusedExactlyWhenNoReviewWouldStart(@ForAll("anySeries") Series series) {
    if (series.dayByDay().isEmpty()) {
      assertThatThrownBy(series::recurrence)
          .isInstanceOfSatisfying(Refused.class, r -> assertThat(r.target()).isEqualTo("range"));
    } else {
      assertThat(series.recurrence().first()).contains(series.dayByDay().getFirst());
    }
  }

  @Property
  void noneIsSkippedAndNoneIsAdded(@ForAll("series") Series series) {
    assertThat(series.days()).isEqualTo(series.dayByDay());
  }

  @Property
  void afterIsTheFirstLaterDay(
      @ForAll("series") Series series, @ForAll @IntRange(min = -40, max = 2100) int offset) {
    var day = series.start().plusDays(offset);
    assertThat(series.recurrence().after(day))
        .isEqualTo(series.dayByDay().stream().filter(d -> d.isAfter(day)).findFirst());
  }

  @Property
  void latestUpToIsTheLastDayThatIsNotLater(
      @ForAll("series") Series series, @ForAll @IntRange(min = -40, max = 2900) int offset) {
    var day = series.start().plusDays(offset);
    assertThat(series.recurrence().latestUpTo(day))
        .isEqualTo(
            series.dayByDay().stream().filter(d -> !d.isAfter(day)).reduce((one, next) -> next));
  }

  @Property
  void afterAndLatestUpToMeet(
      @ForAll("series") Series series, @ForAll @IntRange(min = -40, max = 2900) int offset) {
    var recurrence = series.recurrence();
    var day = series.start().plusDays(offset);
    var latest = recurrence.latestUpTo(day);
    var next = recurrence.after(day);
    assertThat(latest.isPresent() ? recurrence.after(latest.get()) : recurrence.first())
        .isEqualTo(next);
    next.ifPresent(
        n -> {
          assertThat(recurrence.latestUpTo(n)).contains(n);
          assertThat(recurrence.latestUpTo(n.minusDays(1))).isEqualTo(latest);
        });
  }

  @Property
  void daysIncreaseByNoMoreThanTheLongestInterval(@ForAll("series") Series series) {
    var days = series.days();
    for (var i = 1; i < days.size(); i++) {
      assertThat(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)))
          .isBetween(1L, series.recurrence().longestInterval());
    }
  }

  @Property
  void aMonthlySeriesStaysOnItsDayClippedToTheMonth(@ForAll("series") Series series) {
    var pattern = series.pattern();
    if (pattern.type() == RecurrencePatternType.absoluteMonthly) {
      var wanted =
          pattern.dayOfMonth() == 0 ? series.start().getDayOfMonth() : pattern.dayOfMonth();
      assertThat(series.days())
          .allSatisfy(
              day -> {
                assertThat(day.getDayOfMonth()).isEqualTo(Math.min(wanted, day.lengthOfMonth()));
                assertThat(
                        ChronoUnit.MONTHS.between(
                                YearMonth.from(series.start()), YearMonth.from(day))
                            % pattern.interval())
                    .isZero();
              });
    }
  }

  @Property
  void aNumberedSeriesHasItsNumberOfReviews(
      @ForAll("patterns") RecurrencePattern pattern,
      @ForAll("starts") LocalDate start,
      @ForAll @IntRange(min = 1, max = 40) int number) {
    var range = new RecurrenceRange(RecurrenceRangeType.numbered, number, null, start, start);
    var recurrence = new PatternedRecurrence(pattern, range);
    var count = 0;
    var next = recurrence.first();
    while (next.isPresent() && count <= number) {
      count++;
      next = recurrence.after(next.get());
    }
    assertThat(count).isEqualTo(number);
  }

  @Property
  void noReviewStartsBeforeTheStartDateOrAfterTheEndDate(@ForAll("series") Series series) {
    var range = series.range();
    var last =
        range.endDate() == null || range.numberOfOccurrences() > 0
            ? LocalDate.MAX
            : range.endDate();
    assertThat(series.days())
        .isNotEmpty()
        .allSatisfy(day -> assertThat(day).isBetween(series.start(), last));
  }

  @Property
  void everySeriesReadsBackAsItWasWritten(@ForAll("series") Series series)
      throws JsonProcessingException {
    var json = new ObjectMapper();
    assertThat(
            json.readValue(json.writeValueAsString(series.recurrence()), PatternedRecurrence.class))
        .isEqualTo(series.recurrence());
  }

  @Property
  void anyIntervalAndAnyDayIsAnswered(
      @ForAll @IntRange(min = 1) int interval,
      @ForAll boolean weekly,
      @ForAll("daysOfTheCalendar") LocalDate start,
      @ForAll("daysOfTheCalendar") LocalDate day) {
    var type = weekly ? RecurrencePatternType.weekly : RecurrencePatternType.absoluteMonthly;
    var range = new RecurrenceRange(RecurrenceRangeType.noEnd, 0, null, start, null);
    var recurrence = new PatternedRecurrence(AnySeries.pattern(type, interval, 0), range);
    assertThat(recurrence.first()).contains(start);
    assertThat(recurrence.latestUpTo(LocalDate.MIN)).isEmpty();
    assertThat(recurrence.after(LocalDate.MIN)).contains(start);
    assertThat(recurrence.after(LocalDate.MAX)).isEmpty();
    assertThat(recurrence.latestUpTo(LocalDate.MAX))
        .hasValueSatisfying(d -> assertThat(d).isBetween(start, RecurrenceRange.NEVER));
    recurrence
        .after(day)
        .ifPresent(d -> assertThat(d).isAfter(day).isBetween(start, RecurrenceRange.NEVER));
    recurrence
        .latestUpTo(day)
        .ifPresent(d -> assertThat(d).isBeforeOrEqualTo(day).isAfterOrEqualTo(start));
  }

  @Provide
  Arbitrary<Series> anySeries() {
    return AnySeries.parts();
  }

  @Provide
  Arbitrary<Series> series() {
    return AnySeries.parts().filter(series -> !series.dayByDay().isEmpty());
  }

  @Provide
  Arbitrary<RecurrencePattern> patterns() {
    return AnySeries.patterns();
  }

  @Provide
  Arbitrary<LocalDate> starts() {
    return AnySeries.starts();
  }

  @Provide
  Arbitrary<LocalDate> daysOfTheCalendar() {
    return AnySeries.daysOfTheCalendar();
  }
}
