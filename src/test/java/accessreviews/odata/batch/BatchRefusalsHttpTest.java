package accessreviews.odata.batch;

import static accessreviews.testing.rows.Series.aSeries;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.HttpTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A batch that cannot be read is refused as a whole: none of its requests is made. */
@QuarkusTest
class BatchRefusalsHttpTest extends HttpTest {
  private static final String CREATE =
      "{\"id\":\"create\",\"method\":\"POST\",\"url\":\"identityGovernance/accessReviews/definitions\","
          + "\"headers\":{\"Content-Type\":\"application/json\"},\"body\":"
          + aSeries().json()
          + "}";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          {"method":"GET","url":"/x"}                      | requiredPropertyMissing | id        | that no other request
          {"id":null,"method":"GET","url":"/x"}            | requiredPropertyMissing | id        | that no other request
          {"id":"","method":"GET","url":"/x"}              | requiredPropertyMissing | id        | that no other request
          {"id":7,"method":"GET","url":"/x"}               | invalidPropertyValue    | id        | a string
          {"id":"\\u0000","method":"GET","url":"/x"}       | invalidPropertyValue    | id        | without NUL
          {"id":"CREATE","method":"GET","url":"/x"}        | invalidPropertyValue    | id        | an id that no other request has
          {"id":"1","url":"/x"}                            | requiredPropertyMissing | method    | GET, POST, PUT, PATCH, DELETE
          {"id":"1","method":"TRACE","url":"/x"}           | invalidPropertyValue    | method    | GET, POST, PUT, PATCH, DELETE
          {"id":"1","method":"GET /x","url":"/x"}          | invalidPropertyValue    | method    | GET, POST, PUT, PATCH, DELETE
          {"id":"1","method":"GET"}                        | requiredPropertyMissing | url       | relative to the service root
          {"id":"1","method":"GET","url":" "}              | requiredPropertyMissing | url       | relative to the service root
          {"id":"1","method":"GET","url":"http://h/v1.0"}  | invalidPropertyValue    | url       | relative to the service root
          {"id":"1","method":"GET","url":"//h/v1.0"}       | invalidPropertyValue    | url       | relative to the service root
          {"id":"1","method":"GET","url":"/../emulator/clock"} | invalidPropertyValue | url      | relative to the service root
          {"id":"1","method":"GET","url":"x/%2E%2e/../y"}  | invalidPropertyValue    | url       | relative to the service root
          {"id":"1","method":"GET","url":"/a\\n/../../q/metrics"}    | invalidPropertyValue | url | relative to the service root
          {"id":"1","method":"GET","url":"/a\\r/../$metadata"}      | invalidPropertyValue | url | relative to the service root
          {"id":"1","method":"GET","url":"/a\\u0085/x"}             | invalidPropertyValue | url | relative to the service root
          {"id":"1","method":"GET","url":"/a\\u2028/../x"}          | invalidPropertyValue | url | relative to the service root
          {"id":"1","method":"GET","url":"/x#/../../q/metrics"}     | invalidPropertyValue | url | relative to the service root
          {"id":"1","method":"POST","url":"/x\\n/../$batch"}        | invalidPropertyValue | url | relative to the service root
          {"id":"1","method":"POST","url":"/$batch"}       | invalidPropertyValue    | url       | no batch inside a batch
          {"id":"1","method":"POST","url":"%24Batch/?x=1"} | invalidPropertyValue    | url       | no batch inside a batch
          {"id":"1","method":"GET","url":"/x","headers":7} | invalidPropertyValue    | headers   | an object
          {"id":"1","method":"GET","url":"/x","headers":{"a b":"c"}}      | invalidPropertyValue | headers | that HTTP allows
          {"id":"1","method":"GET","url":"/x","headers":{"a":"b\\r\\nc:d"}} | invalidPropertyValue | headers | that HTTP allows
          {"id":"1","method":"GET","url":"/x","headers":{"a":7}}          | invalidPropertyValue | headers.a | a string
          {"id":"1","method":"POST","url":"/x","body":{}}  | requiredPropertyMissing | headers   | needs a Content-Type
          {"id":"1","method":"POST","url":"/x","body":{},"headers":{"Content-Type":"text/plain"}} | invalidPropertyValue | body | a string
          {"id":"1","method":"POST","url":"/x","body":"?","headers":{"Content-Type":"image/png"}} | invalidPropertyValue | body | base64url
          {"id":"1","method":"GET","url":"/x","dependsOn":["2"]}          | invalidPropertyValue | dependsOn | ids of requests in this batch
          {"id":"1","method":"GET","url":"/x","dependsOn":["1"]}          | invalidPropertyValue | dependsOn | do not depend on this one
          {"id":"1","method":"GET","url":"/x","dependsOn":"create"}       | invalidPropertyValue | dependsOn | a collection
          {"id":"1","method":"GET","url":"/x","dependsOn":[7]}            | invalidPropertyValue | dependsOn[0] | a string
          """)
  void theMemberToBlameIsNamed(String request, String reason, String member, String says) {
    refused(
        "{\"requests\":[" + CREATE + "," + request + "]}",
        GraphRefusal.badRequest(reason, "requests[1]." + member, says));
  }

  @Test
  void requestsThatWaitForEachOtherAreRefused() {
    refused(
        """
        {"requests":[{"id":"a","method":"GET","url":"/x","dependsOn":["B"]},
         {"id":"b","method":"GET","url":"/x","dependsOn":["c"]},
         {"id":"c","method":"GET","url":"/x","dependsOn":["a"]}]}""",
        GraphRefusal.invalid("requests[0].dependsOn", "do not depend on this one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"requests\":null}", "{\"requests\":[]}"})
  void aBatchOfNothingIsRefused(String body) {
    refused(body, GraphRefusal.missing("requests", "1 to 20 requests"));
  }

  @Test
  void moreThan20RequestsAreRefused() {
    var requests =
        IntStream.range(0, 21)
            .mapToObj(i -> CREATE.replace("\"create\"", "\"" + i + "\""))
            .collect(Collectors.joining(",", "{\"requests\":[", "]}"));
    refused(requests, GraphRefusal.invalid("requests", "1 to 20 requests, got 21"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{\"requests\":", "{\"a\":1,\"a\":2}", "7"})
  void whatIsNoJsonObjectIsRefused(String body) {
    refused(body, GraphRefusal.unreadable());
  }

  @Test
  void nullIsNoRequest() {
    refused(
        "{\"requests\":[" + CREATE + ",null]}", GraphRefusal.invalid("requests[1]", "an object"));
  }

  @Test
  void aBatchIsReadUpToTheLargestBody() {
    var large = "{\"requests\":[" + CREATE + "]" + " ".repeat(1 << 20) + "}";
    refused(large, GraphRefusal.tooLarge());
  }

  @Test
  void aBatchThatIsNestedForEverIsRefused() {
    var nested = "{\"a\":".repeat(5000) + "1" + "}".repeat(5000);
    refused(
        "{\"requests\":[" + CREATE.replace(aSeries().json(), nested) + "]}",
        GraphRefusal.unreadable());
  }

  /** Were its cost not linear, this would take hours. */
  @Test
  void aUrlOfDotsIsReadOnce() {
    refused(
        "{\"requests\":[{\"id\":\"1\",\"method\":\"GET\",\"url\":\"/x%sx\"}]}"
            .formatted("/.".repeat(300_000)),
        GraphRefusal.invalid("requests[0].url", "relative to the service root"));
  }

  @Test
  void aBatchIsPosted() {
    for (var method : new String[] {"GET", "PUT", "PATCH", "DELETE"}) {
      changesNothing(() -> request().request(method, "/v1.0/$batch").then().statusCode(405));
    }
  }

  private void refused(String body, GraphRefusal refusal) {
    for (var path : new String[] {"/v1.0/$batch", "/BETA/%24Batch/"}) {
      refusal.isTheAnswer(changesNothing(() -> json(body).post(path).then()));
    }
  }
}
