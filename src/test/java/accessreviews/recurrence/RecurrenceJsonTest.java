package accessreviews.recurrence;

import static accessreviews.recurrence.Json.STRICT;
import static accessreviews.recurrence.Json.WITH_MODULES;
import static accessreviews.recurrence.Json.path;
import static accessreviews.recurrence.Json.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceJsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{pattern: {type: 'weekly', interval: 1}, range: {type: 'noEnd', startDate: '2020-09-08'}}",
        "{pattern: {type: 'weekly', interval: 1, month: null, dayOfMonth: null, daysOfWeek: null,"
            + " firstDayOfWeek: null, index: null}, range: {type: 'noEnd', numberOfOccurrences:"
            + " null, recurrenceTimeZone: null, startDate: '2020-09-08', endDate: null}}"
      })
  void absentAndNullMembersReadBackWithTheirDefaults(String json) throws JsonProcessingException {
    var written =
        "{pattern: {type: 'weekly', interval: 1, month: 0, dayOfMonth: 0, daysOfWeek: [],"
            + " firstDayOfWeek: 'sunday', index: 'first'}, range: {type: 'noEnd',"
            + " numberOfOccurrences: 0, recurrenceTimeZone: null, startDate: '2020-09-08',"
            + " endDate: null}}";
    for (var mapper : List.of(STRICT, WITH_MODULES)) {
      var recurrence = mapper.readValue(json, PatternedRecurrence.class);
      assertThat(mapper.readTree(mapper.writeValueAsString(recurrence)))
          .isEqualTo(mapper.readTree(written));
    }
  }

  @Test
  void everyMemberReadsBackAsItWasSent() throws JsonProcessingException {
    var json =
        "{pattern: {type: 'absoluteMonthly', interval: 3, month: 4, dayOfMonth: 31, daysOfWeek:"
            + " ['monday', 'saturday'], firstDayOfWeek: 'monday', index: 'last'}, range: {type:"
            + " 'numbered', numberOfOccurrences: 2, recurrenceTimeZone: 'UTC', startDate:"
            + " '0001-01-01', endDate: '9999-12-31'}}";
    for (var mapper : List.of(STRICT, WITH_MODULES)) {
      var recurrence = mapper.readValue(json, PatternedRecurrence.class);
      var written = mapper.writeValueAsString(recurrence);
      assertThat(mapper.readTree(written)).isEqualTo(mapper.readTree(json));
      assertThat(mapper.readValue(written, PatternedRecurrence.class)).isEqualTo(recurrence);
    }
  }

  @Test
  void aOneTimeReviewIsWrittenWithItsNulls() throws JsonProcessingException {
    assertThat(STRICT.writeValueAsString(read("{}")))
        .isEqualTo("{\"pattern\":null,\"range\":null}");
  }

  @Test
  void theEndDateOfASeriesWithoutEndIsDropped() throws JsonProcessingException {
    var json = "{type: 'noEnd', startDate: '2020-09-08', endDate: '2020-09-09'}";
    assertThat(STRICT.readValue(json, RecurrenceRange.class))
        .isEqualTo(
            new RecurrenceRange(
                RecurrenceRangeType.noEnd, 0, null, LocalDate.of(2020, 9, 8), null));
  }

  @Test
  void aSeriesWithoutEndIsReadBackWithTheLastDayThereIs() throws JsonProcessingException {
    var sent = read("{range: {type: 'noEnd', startDate: '2020-09-08', endDate: '9999-12-31'}}");
    assertThat(sent).isEqualTo(read("{range: {type: 'noEnd', startDate: '2020-09-08'}}"));

    var shown = STRICT.writeValueAsString(sent.readBack());

    assertThat(shown).contains("\"endDate\":\"9999-12-31\"");
    assertThat(STRICT.readValue(shown, PatternedRecurrence.class)).isEqualTo(sent);
  }

  @Test
  void unknownMembersAreIgnored() throws JsonProcessingException {
    assertThat(read("{pattern: null, range: {type: 'noEnd', x: 1}, '@odata.type': 'y'}"))
        .isEqualTo(read("{range: {type: 'noEnd'}}"));
    assertThat(STRICT.readValue("{type: 'weekly', interval: 2, x: 1}", RecurrencePattern.class))
        .extracting(RecurrencePattern::interval)
        .isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2020-09-08,                       2020-09-08",
    "2020-09-08T12:02:30.667Z,         2020-09-08",
    "2020-09-08T23:30:00-05:00,        2020-09-08",
    "2020-09-08T00:00:00.0000000Z,     2020-09-08",
    "2020-09-08T12:02,                 2020-09-08",
    "2020-09-08t12:02:30z,             2020-09-08",
    "0001-01-01T00:00:00Z,             0001-01-01",
    "9999-12-31T23:59:59.9999999Z,     9999-12-31"
  })
  void aDateTimeIsCutToItsDate(String sent, LocalDate date) throws JsonProcessingException {
    assertThat(
            STRICT.readValue(
                "{type: 'endDate', startDate: '%s', endDate: '%s'}".formatted(sent, sent),
                RecurrenceRange.class))
        .isEqualTo(new RecurrenceRange(RecurrenceRangeType.endDate, 0, null, date, date));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "tomorrow",
        "2021-02-29",
        "2021-13-01",
        "20210101",
        "2021-1-1",
        "2021-01-01T",
        "2021-01-01T25:00:00Z",
        "2021-01-01 10:00:00",
        "2021-01-01T10:00:00Z and more"
      })
  void aTextThatIsNoDateIsAFormatError(String text) {
    for (var member : List.of("startDate", "endDate")) {
      var json = "{range: {type: 'noEnd', " + member + ": '" + text + "'}}";
      assertThatThrownBy(() -> read(json))
          .isInstanceOfSatisfying(
              InvalidFormatException.class,
              e -> {
                assertThat(e.getTargetType()).isEqualTo(LocalDate.class);
                assertThat(path(e)).isEqualTo("range." + member);
              });
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {pattern: 1}                                                    | pattern
          {pattern: {type: 'Weekly'}}                                     | pattern.type
          {pattern: {type: 'weekly', interval: {}}}                       | pattern.interval
          {pattern: {type: 'weekly', interval: 'x'}}                      | pattern.interval
          {pattern: {type: 'weekly', interval: true}}                     | pattern.interval
          {pattern: {type: 'weekly', interval: 2147483648}}               | pattern.interval
          {pattern: {type: 'weekly', interval: 1, month: []}}             | pattern.month
          {pattern: {type: 'weekly', interval: 1, dayOfMonth: 'x'}}       | pattern.dayOfMonth
          {pattern: {type: 'weekly', interval: 1, daysOfWeek: 'monday'}}  | pattern.daysOfWeek
          {pattern: {type: 'weekly', interval: 1, daysOfWeek: [null]}}    | pattern.daysOfWeek[0]
          {pattern: {type: 'weekly', interval: 1, daysOfWeek: ['noday']}} | pattern.daysOfWeek[0]
          {pattern: {type: 'weekly', interval: 1, firstDayOfWeek: 'x'}}   | pattern.firstDayOfWeek
          {pattern: {type: 'weekly', interval: 1, index: 'fifth'}}        | pattern.index
          {range: []}                                                     | range
          {range: {type: 'never'}}                                        | range.type
          {range: {type: 'noEnd', numberOfOccurrences: {}}}               | range.numberOfOccurrences
          {range: {type: 'noEnd', recurrenceTimeZone: {}}}                | range.recurrenceTimeZone
          {range: {type: 'noEnd', startDate: 20200908}}                   | range.startDate
          {range: {type: 'noEnd', startDate: [2020, 9, 8]}}               | range.startDate
          {range: {type: 'noEnd', endDate: {}}}                           | range.endDate
          """)
  void aWrongTypeIsAJacksonErrorThatNamesItsMember(String json, String member) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            JsonMappingException.class, e -> assertThat(path(e)).isEqualTo(member));
  }
}
