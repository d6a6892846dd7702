package accessreviews.odata.bodies;

import static accessreviews.testing.GraphRefusal.thrownBy;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.refusal.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies of actions, whose parameters may all be left out. */
class JsonBodyTest {
  record Parameters(@Nullable String decision) {}

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          -                               | ~~                     | -
          application/json                | ~~                     | -
          text/plain                      | ~~                     | -
          application/json                | {}                     | -
          application/json; charset=utf-8 | {"other":1}            | -
          application/json                | {"decision":null}      | -
          application/json                | {"Decision":"Approve"} | Approve
          """)
  void anActionTakesNoBodyAsNoParameters(
      @Nullable String contentType, String body, @Nullable String decision) {
    assertThat(body(contentType, body).asParameters(Parameters.class).decision())
        .isEqualTo(decision);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      quoteCharacter = '~',
      textBlock =
          """
          -                | {}      | must contain the Content-Type header
          text/plain       | {}      | a JSON Content-Type header
          application/json | ~ ~     | Unable to read JSON
          application/json | []      | Unable to read JSON
          application/json | null    | Unable to read JSON
          application/json | {       | Unable to read JSON
          """)
  void anActionTakesNoOtherBodyThanJson(@Nullable String contentType, String body, String says) {
    var refused = thrownBy(() -> body(contentType, body).asParameters(Parameters.class));

    assertThat(refused.reason()).isEqualTo(Refusal.UNREADABLE_BODY);
    assertThat(refused.sentence()).contains(says);
  }

  private static JsonBody body(@Nullable String contentType, String body) {
    return new JsonBody(WireMapper.create(), contentType, body.getBytes(UTF_8));
  }
}
