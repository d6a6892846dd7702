package accessreviews.recurrence;

import static accessreviews.recurrence.Json.path;
import static accessreviews.recurrence.Json.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecurrenceRefusalsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          {pattern: {type: 'daily', interval: 1}}                      | INVALID_PROPERTY_VALUE    | pattern.type
          {pattern: {type: 'relativeMonthly', interval: 1}}            | INVALID_PROPERTY_VALUE    | pattern.type
          {pattern: {type: 'absoluteYearly', interval: 1}}             | INVALID_PROPERTY_VALUE    | pattern.type
          {pattern: {type: 'relativeYearly', interval: 1}}             | INVALID_PROPERTY_VALUE    | pattern.type
          {pattern: {}}                                                | REQUIRED_PROPERTY_MISSING | pattern.type
          {pattern: {type: null, interval: 1}}                         | REQUIRED_PROPERTY_MISSING | pattern.type
          {pattern: {type: 'weekly'}}                                  | REQUIRED_PROPERTY_MISSING | pattern.interval
          {pattern: {type: 'weekly', interval: null}}                  | REQUIRED_PROPERTY_MISSING | pattern.interval
          {pattern: {type: 'weekly', interval: 0}}                     | INVALID_PROPERTY_VALUE    | pattern.interval
          {pattern: {type: 'weekly', interval: -1}}                    | INVALID_PROPERTY_VALUE    | pattern.interval
          {pattern: {type: 'absoluteMonthly', interval: 1, dayOfMonth: 32}} | INVALID_PROPERTY_VALUE | pattern.dayOfMonth
          {pattern: {type: 'absoluteMonthly', interval: 1, dayOfMonth: -1}} | INVALID_PROPERTY_VALUE | pattern.dayOfMonth
          {pattern: null, range: {}}                                   | REQUIRED_PROPERTY_MISSING | range.type
          {range: {type: null}}                                        | REQUIRED_PROPERTY_MISSING | range.type
          {range: {type: 'numbered', numberOfOccurrences: -1}}         | INVALID_PROPERTY_VALUE    | range.numberOfOccurrences
          {range: {type: 'endDate', startDate: '2026-01-05'}}          | REQUIRED_PROPERTY_MISSING | range.endDate
          {range: {type: 'endDate', startDate: '2026-01-05', endDate: '2026-01-04'}}  | INVALID_PROPERTY_VALUE | range.endDate
          {range: {type: 'noEnd', startDate: '2026-01-05', endDate: '2026-01-04'}}    | INVALID_PROPERTY_VALUE | range.endDate
          {range: {type: 'noEnd', startDate: '0000-12-31'}}            | INVALID_PROPERTY_VALUE    | range.startDate
          {range: {type: 'noEnd', startDate: '+10000-01-01'}}          | INVALID_PROPERTY_VALUE    | range.startDate
          {range: {type: 'endDate', endDate: '+10000-01-01'}}          | INVALID_PROPERTY_VALUE    | range.endDate
          {pattern: {type: 'weekly', interval: 1}}                     | REQUIRED_PROPERTY_MISSING | range
          {pattern: {type: 'weekly', interval: 1}, range: {type: 'noEnd'}} | REQUIRED_PROPERTY_MISSING | range.startDate
          {pattern: {type: 'weekly', interval: 1}, range: {type: 'numbered', startDate: '2026-01-05'}} | INVALID_PROPERTY_VALUE | range.numberOfOccurrences
          {pattern: {type: 'absoluteMonthly', interval: 1, dayOfMonth: 31}, range: {type: 'endDate', startDate: '2026-01-05', endDate: '2026-01-30'}} | INVALID_PROPERTY_VALUE | range
          {pattern: {type: 'absoluteMonthly', interval: 2147483647, dayOfMonth: 1}, range: {type: 'noEnd', startDate: '2026-01-05'}} | INVALID_PROPERTY_VALUE | range
          """)
  void aRefusalNamesItsMember(String json, Refusal reason, String member) {
    var refused = refused(json);
    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.target()).isEqualTo(member);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{pattern: {type: 'absoluteMonthly', interval: 1, dayOfMonth: 31},"
            + " range: {type: 'endDate', startDate: '2026-01-05', endDate: '2026-01-31'}}",
        "{pattern: {type: 'weekly', interval: 2147483647},"
            + " range: {type: 'noEnd', startDate: '0001-01-01'}}",
        "{range: {type: 'numbered'}}",
        "{}"
      })
  void theNearestGoodValueIsNotRefused(String json) throws JsonProcessingException {
    assertThat(read(json)).isNotNull();
  }

  /** The refusal of the JSON, seen from the outermost object as a caller sees it. */
  private static Refused refused(String json) {
    var wrapped = catchThrowableOfType(ValueInstantiationException.class, () -> read(json));
    assertThat(wrapped).hasCauseInstanceOf(Refused.class);
    return ((Refused) Objects.requireNonNull(wrapped.getCause())).under(path(wrapped));
  }
}
