package accessreviews.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the clock refuses; it stands at 2026-01-05T09:00Z and stays there. */
@QuarkusTest
class ClockRefusalsHttpTest extends SeriesHttpTest {
  private static final String CLOCK = "{\"now\":\"2026-01-05T09:00:00Z\",\"frozen\":true}";

  @ParameterizedTest(name = "PUT {0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          {"now":"2026-01-05T08:59:59.999999Z"} | invalidPropertyValue    | now | not before 2026-01-05T09:00:00Z, where the clock is
          {"now":"0001-01-01T00:00:00Z"}        | invalidPropertyValue    | now | not before 2026-01-05T09:00:00Z, where the clock is
          {"now":"+10000-01-01T00:00:00Z"}      | invalidPropertyValue    | now | from the year 0001 to 9999
          {"now":"+999999999-01-01T00:00:00Z"}  | invalidPropertyValue    | now | from the year 0001 to 9999
          {"now":"0000-12-31T23:59:59Z"}        | invalidPropertyValue    | now | from the year 0001 to 9999
          {"now":"-1000000000-01-01T00:00:00Z"} | invalidPropertyValue    | now | a UTC date-time such as
          {"now":"2026-02-30T09:00:00Z"}        | invalidPropertyValue    | now | a UTC date-time such as
          {"now":"2026-01-05T09:00:00"}         | invalidPropertyValue    | now | a UTC date-time such as
          {"now":"2026-01-05"}                  | invalidPropertyValue    | now | a UTC date-time such as
          {"now":"tomorrow"}                    | invalidPropertyValue    | now | a UTC date-time such as
          {"now":"1767690000"}                  | invalidPropertyValue    | now | a UTC date-time such as
          {"now":1767690000}                    | invalidPropertyValue    | now | a UTC date-time such as
          {"now":1767690000.5}                  | invalidPropertyValue    | now | a UTC date-time such as
          {"now":""}                            | invalidPropertyValue    | now | a UTC date-time such as
          {"now":true}                          | invalidPropertyValue    | now | a UTC date-time such as
          {"now":{}}                            | invalidPropertyValue    | now | a UTC date-time such as
          {"now":null}                          | requiredPropertyMissing | now | a UTC date-time such as
          {}                                    | requiredPropertyMissing | now | a UTC date-time such as
          {"by":"P1D"}                          | requiredPropertyMissing | now | a UTC date-time such as
          {"now":"2026-02-01T09:00:00Z"         | unreadableBody          | -   | Unable to read JSON request payload
          ["2026-02-01T09:00:00Z"]              | unreadableBody          | -   | Unable to read JSON request payload
          "2026-02-01T09:00:00Z"                | unreadableBody          | -   | Unable to read JSON request payload
          null                                  | unreadableBody          | -   | Unable to read JSON request payload
          -                                     | unreadableBody          | -   | Unable to read JSON request payload
          """)
  void anInstantThatTheClockCannotBePutToIsRefused(
      @Nullable String body, String code, @Nullable String target, String expected) {
    refused("PUT", "/emulator/clock", body, code, target, expected);
  }

  @ParameterizedTest(name = "POST {0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          {"by":"-P1D"}                | invalidPropertyValue    | by | not negative
          {"by":"P-1D"}                | invalidPropertyValue    | by | not negative
          {"by":"PT-0.000001S"}        | invalidPropertyValue    | by | not negative
          {"by":"P1DT-25H"}            | invalidPropertyValue    | by | not negative
          {"by":"P101Y"}               | invalidPropertyValue    | by | at most 100 years
          {"by":"P999999999Y"}         | invalidPropertyValue    | by | at most 100 years
          {"by":"PT2562047788015215H"} | invalidPropertyValue    | by | at most 100 years
          {"by":"P99999999999999999D"} | invalidPropertyValue    | by | an ISO 8601 duration such as
          {"by":"7 days"}              | invalidPropertyValue    | by | an ISO 8601 duration such as
          {"by":"7"}                   | invalidPropertyValue    | by | an ISO 8601 duration such as
          {"by":"P"}                   | invalidPropertyValue    | by | an ISO 8601 duration such as
          {"by":""}                    | invalidPropertyValue    | by | an ISO 8601 duration such as
          {"by":7}                     | invalidPropertyValue    | by | expected
          {"by":["P1D"]}               | invalidPropertyValue    | by | expected
          {"by":null}                  | requiredPropertyMissing | by | an ISO 8601 duration such as
          {}                           | requiredPropertyMissing | by | an ISO 8601 duration such as
          {"now":"2026-02-01T09:00:00Z"} | requiredPropertyMissing | by | an ISO 8601 duration such as
          {"by":"P1D"}}                | unreadableBody          | -  | Unable to read JSON request payload
          by=P1D                       | unreadableBody          | -  | Unable to read JSON request payload
          -                            | unreadableBody          | -  | Unable to read JSON request payload
          """)
  void aStepThatTheClockCannotTakeIsRefused(
      @Nullable String body, String code, @Nullable String target, String expected) {
    refused("POST", "/emulator/clock/advance", body, code, target, expected);
  }

  /** Nothing that lies between happens, and the clock stays where it is. */
  private void refused(
      String method,
      String path,
      @Nullable String body,
      String code,
      @Nullable String target,
      String expected) {
    create(ASeries.ofOneGroup().recurring("weekly 1", "2026-01-06.."));

    changesNothing(
        () ->
            json(Objects.requireNonNullElse(body, ""))
                .request(method, path)
                .then()
                .statusCode(400)
                .body("error.code", is("BadRequest"))
                .body("error.innerError.code", is(code))
                .body("error.target", is(target))
                .body("error.message", containsString(expected)));

    assertThat(request().get("/emulator/clock").asString()).isEqualTo(CLOCK);
    assertThat(rows.strings("select frozen_at = '2026-01-05T09:00Z' from emulator_clock"))
        .containsExactly("t");
  }

  /** Where the clock runs it may be put back, but not before the first year. */
  @Test
  void aRunningClockIsNotPutBackBeforeTheFirstYear() {
    request().delete("/emulator/state").then().statusCode(204);

    json("{\"now\":\"-5000-01-01T00:00:00Z\"}")
        .put("/emulator/clock")
        .then()
        .statusCode(400)
        .body("error.code", is("BadRequest"))
        .body("error.innerError.code", is("invalidPropertyValue"))
        .body("error.target", is("now"))
        .body("error.message", containsString("from the year 0001 to 9999"));

    assertThat(request().get("/emulator/clock").<Boolean>path("frozen")).isFalse();
  }

  @Test
  void theLastMomentOfTheLastYearCanBeReachedAndNotLeft() {
    clockAt(Instant.parse("9999-12-31T23:59:59Z"));

    json("{\"by\":\"PT1S\"}")
        .post("/emulator/clock/advance")
        .then()
        .statusCode(400)
        .body("error.code", is("BadRequest"))
        .body("error.innerError.code", is("invalidPropertyValue"))
        .body("error.target", is("by"))
        .body("error.message", containsString("past the year 9999"));

    assertThat(request().get("/emulator/clock").<String>path("now"))
        .isEqualTo("9999-12-31T23:59:59Z");
  }
}
