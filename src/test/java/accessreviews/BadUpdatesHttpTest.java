package accessreviews;

import static accessreviews.testing.rows.AStage.aStage;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is sent as an update of an instance or a stage: Graph's error body, nothing changed. */
@QuarkusTest
class BadUpdatesHttpTest extends UpdateHttpTest {
  private static final Refusal UNREADABLE =
      Refusal.bad(
          "unreadableBody",
          null,
          "Unable to read JSON request payload. Please ensure Content-Type header is set and"
              + " payload is of valid JSON format.");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "[]",
        "7",
        "\"scope\"",
        "{",
        "{}}",
        "{} {}",
        "{\"scope\":{}",
        "{\"scope\":{},}",
        "{'scope':{}}",
        "{scope:{}}",
        "{\"scope\":{},\"scope\":{}}",
        "{\"scope\":{},\"reviewers\":[],\"reviewers\":[]}",
        "{\"scope\":{},\"reviewers\":[{\"query\":\"\u0000\"}]}",
        "{\"scope\":{},\"reviewers\":[{\"query\":\"\\x\"}]}",
        "{\"scope\":{},\"reviewers\":NaN}",
        "/* */{\"scope\":{}}"
      })
  void aBodyThatIsNoJsonObjectIsRefused(String body) {
    assertRefusedEverywhere(UNREADABLE, json(body));
  }

  @Test
  void aBodyThatIsNoUtf8IsRefused() {
    var broken = "{\"scope\":{},\"reviewers\":\"ä\"}".getBytes(StandardCharsets.ISO_8859_1);
    assertRefusedEverywhere(UNREADABLE, request().contentType("application/json").body(broken));
  }

  @Test
  void aBodyThatIsNestedForEverIsRefused() {
    var deep = "{\"scope\":{},\"x\":" + "[".repeat(1500) + "]".repeat(1500) + "}";
    assertRefusedEverywhere(UNREADABLE, json(deep));
  }

  @Test
  void aBodyWithANumberLongerThanAnyIsRefused() {
    assertRefusedEverywhere(UNREADABLE, json("{\"scope\":{},\"x\":" + "9".repeat(5000) + "}"));
  }

  /** {@code %s} is first reviewers, then fallbackReviewers. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          null                                | invalidPropertyValue    | %s               | a value, or the member left out
          {}                                  | invalidPropertyValue    | %s               | expected a collection
          "/users/1"                          | invalidPropertyValue    | %s               | expected a collection
          ""                                  | invalidPropertyValue    | %s               | expected a collection
          7                                   | invalidPropertyValue    | %s               | expected a collection
          1.5                                 | invalidPropertyValue    | %s               | expected a collection
          false                               | invalidPropertyValue    | %s               | expected a collection
          {"query":"./owners"}                | invalidPropertyValue    | %s               | expected a collection
          [null]                              | invalidPropertyValue    | %s[0]            | expected an object
          [{"query":"./owners"},null]         | invalidPropertyValue    | %s[1]            | expected an object
          ["./owners"]                        | invalidPropertyValue    | %s[0]            | expected an object
          [7]                                 | invalidPropertyValue    | %s[0]            | expected an object
          [true]                              | invalidPropertyValue    | %s[0]            | expected an object
          [[]]                                | invalidPropertyValue    | %s[0]            | expected an object
          [[{"query":"./owners"}]]            | invalidPropertyValue    | %s[0]            | expected an object
          [{}]                                | requiredPropertyMissing | %s[0].query      | a query for reviewers such as
          [{"queryType":"MicrosoftGraph"}]    | requiredPropertyMissing | %s[0].query      | a query for reviewers such as
          [{"query":null}]                    | requiredPropertyMissing | %s[0].query      | a query for reviewers such as
          [{"query":""}]                      | requiredPropertyMissing | %s[0].query      | a query for reviewers such as
          [{"query":7}]                       | invalidPropertyValue    | %s[0].query      | expected a string
          [{"query":true}]                    | invalidPropertyValue    | %s[0].query      | expected a string
          [{"query":[]}]                      | invalidPropertyValue    | %s[0].query      | expected a string
          [{"query":{}}]                      | invalidPropertyValue    | %s[0].query      | expected a string
          [{"query":"./owners\\u0000"}]       | invalidPropertyValue    | %s[0].query      | without NUL characters
          [{"query":"./owners\\ud83d"}]       | invalidPropertyValue    | %s[0].query      | expected a string of Unicode text
          [{"query":"./owners","queryType":7}] | invalidPropertyValue   | %s[0].queryType  | expected a string
          [{"query":"./owners","queryType":"ARM"}] | invalidPropertyValue | %s[0].queryType | expected MicrosoftGraph
          [{"query":"./owners","type":"ARM"}] | invalidPropertyValue    | %s[0].queryType  | expected MicrosoftGraph
          [{"query":"./owners","queryRoot":7}] | invalidPropertyValue   | %s[0].queryRoot  | expected a string
          [{"query":"./owners","queryRoot":"x"}] | invalidPropertyValue | %s[0].queryRoot  | null or 'decisions'
          [{"query":"./manager"}]             | requiredPropertyMissing | %s[0].queryRoot  | 'decisions' for the query ./manager
          [{"query":"/users/\\ud83d\\ude00"}] | queryNotSupported       | %s[0].query      | Please pass in one of the following
          """)
  void aMemberOfTheWrongTypeIsRefused(String value, String reason, String target, String said) {
    for (var member : new String[] {"reviewers", "fallbackReviewers"}) {
      assertRefusedEverywhere(
          Refusal.bad(reason, target.formatted(member), said),
          json("{\"scope\":{},\"%s\":%s}".formatted(member, value)));
    }
  }

  /** It would be a server's error if it reached the database, where text has no NUL. */
  @Test
  void aNulInAMemberThatIsIgnoredDoesNoHarm() {
    var instance = anInstance().in(rows);
    changesNothing(
        () -> json("{\"scope\":{},\"x\\u0000\":\"\\u0000\"}").put(instance.path()).then());
    assertThat(request().get(instance.path()).statusCode()).isEqualTo(200);
  }

  private void assertRefusedEverywhere(Refusal refusal, RequestSpecification call) {
    var instance = anInstance().reviewedBy(ADA).withFallback(ADA).in(rows);
    var stage = aStage().of(instance).reviewedBy(ADA).withFallback(ADA).in(rows);
    assertRefused(refusal, () -> call.put(instance.path()));
    assertRefused(refusal, () -> call.patch(instance.path("/beta")));
    assertRefused(refusal, () -> call.patch(stage.path()));
  }
}
