package accessreviews.odata.paths;

import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import accessreviews.testing.HttpTest;
import accessreviews.testing.rows.ASeries;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths, methods and media types that are not served. */
@QuarkusTest
class UnknownPathHttpTest extends HttpTest {
  private static final String ID = "60860cdd-fb4d-4054-91ba-f75e04444aa6";

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          /v1.0/nothing,                                     nothing
          /beta/nothing,                                     nothing
          /v1.0/nothing/definitions,                         nothing
          /v1.0/identityGovernance/nothing,                  nothing
          /v1.0/identityGovernance/nothing/definitions,      nothing
          AR/nothing,                                        nothing
          AR/nothing/,                                       nothing
          AR/definitions/ID/nothing,                         nothing
          AR/definitions/ID/nothing/ID,                      nothing
          AR/definitions/not-a-guid/nothing,                 nothing
          AR/definitions/ID/nothing?$search=x,               nothing
          AR/definitions/ID/instances/ID/definition,         definition
          AR/definitions('ID')('ID'),                        definitions('ID')('ID')
          /V1.0/IdentityGovernance/Nothing,                  Nothing
          AR/definitions/ID/instances/ID/nothing,            nothing
          AR/definitions/ID/instances/ID/stages/ID/nothing,  nothing
          AR/definitions/ID/instances/ID/stages/ID/nothing/at/all, nothing
          AR/definitions/ID/a%20b,                           a%20b
          AR/definitions/ID/%C3%28,                          %C3%28
          AR/definitions/ID/..%2F..%2Fetc,                   ..%2F..%2Fetc
          """)
  void anUnknownSegmentBelowARootIsNamed(String path, String segment) {
    for (var method : new String[] {"GET", "POST", "PUT", "PATCH", "DELETE"}) {
      json("{}")
          .request(method, full(path))
          .then()
          .statusCode(400)
          .contentType(is("application/json"))
          .header("OData-Version", is("4.0"))
          .body("error.code", is("BadRequest"))
          .body(
              "error.message",
              is("Resource not found for the segment '" + segment.replace("ID", ID) + "'."))
          .body("error.target", nullValue())
          .body("error.innerError.code", is("unknownSegment"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "/",
        "/nothing",
        "/v1.0x/identityGovernance",
        "/v2.0/identityGovernance/accessReviews/definitions",
        "/identityGovernance/accessReviews/definitions",
        "/emulator",
        "/emulator/nothing",
        "/v1.0/../nothing",
        "/v1.0/%2e%2e/nothing",
        "/v1.0",
        "/v1.0/",
        "/beta",
        "/beta/",
        "/V1.0",
        "/v1.0/identityGovernance",
        "/v1.0/IdentityGovernance/"
      })
  void outsideTheRootsAndAtThemThereIsNothing(String path) {
    for (var method : new String[] {"GET", "POST", "DELETE"}) {
      json("{}")
          .request(method, path)
          .then()
          .statusCode(404)
          .contentType(is("application/json"))
          .body("error.code", is("ResourceNotFound"))
          .body("error.message", is("There is nothing here."))
          .body("error.innerError.code", is("resourceNotFound"));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '"',
      textBlock =
          """
          AR/definitions/ID,                                ID
          AR/definitions/ID/,                               ID
          AR/definitions('ID'),                             ID
          AR/definitions('a%2Fb'),                          a/b
          AR/definitions/not-a-guid,                        not-a-guid
          AR/definitions/%00,                               "\0"
          AR/definitions/a%2Fb,                             a/b
          AR/definitions/a+b,                               a+b
          AR/definitions/%27%3B--,                          ';--
          AR/definitions/60860cddfb4d405491baf75e04444aa6,  60860cddfb4d405491baf75e04444aa6
          AR/definitions/ID/instances,                      ID
          AR/definitions/ID/instances/x,                    x
          AR/definitions/x/instances/ID,                    x
          AR/definitions/ID/instances/ID/stages,            ID
          AR/definitions/ID/instances/ID/stages/x,          x
          AR/definitions/ID?$search=x,                      ID
          AR/definitions/ID/instances?$search=x,            ID
          """)
  void anIdOfNothingIsNamed(String path, String id) {
    request()
        .get(full(path))
        .then()
        .statusCode(404)
        .contentType(is("application/json"))
        .body("error.code", is("ResourceNotFound"))
        .body(
            "error.message",
            is("No resource was found with the id '%s'.".formatted(id.replace("ID", ID))))
        .body("error.target", nullValue())
        .body("error.innerError.code", is("resourceNotFound"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      textBlock =
          """
          POST,   AR
          PATCH,  AR
          DELETE, AR
          PUT,    AR/definitions
          PATCH,  AR/definitions
          DELETE, AR/definitions
          TRACE,  AR/definitions
          POST,   AR/definitions/ID
          POST,   AR/definitions/ID/instances
          DELETE, AR/definitions/ID/instances
          POST,   AR/definitions/ID/instances/ID
          DELETE, AR/definitions/ID/instances/ID
          POST,   AR/definitions/ID/instances/ID/stages
          PUT,    AR/definitions/ID/instances/ID/stages/ID
          DELETE, AR/definitions/ID/instances/ID/stages/ID
          POST,   AR/definitions/ID/instances/ID/decisions/recordAllDecisions
          POST,   AR/definitions/ID/instances/ID/stages/ID/decisions/recordAllDecisions
          POST,   /emulator/clock
          GET,    /emulator/state
          """)
  void aMethodThatIsNotServedIsRefusedAndChangesNothing(String method, String path) {
    created(ASeries.ofOneGroup().inStages(1, 1).body());

    changesNothing(
        () ->
            request()
                .request(method, full(path))
                .then()
                .statusCode(405)
                .contentType(is("application/json"))
                .body("error.code", is("Request_BadRequest"))
                .body(
                    "error.message",
                    is("Specified HTTP method is not allowed for the request target."))
                .body("error.innerError.code", is("methodNotAllowed")));
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"text/xml", "application/xml", "text/html", "application/atom+xml"})
  void anotherMediaTypeThanJsonIsRefusedAndChangesNothing(String accept) {
    for (var method : new String[] {"GET", "POST"}) {
      changesNothing(
          () ->
              json(ASeries.ofOneGroup().body())
                  .accept(accept)
                  .request(method, DEFINITIONS)
                  .then()
                  .statusCode(406)
                  .contentType(is("application/json"))
                  .body("error.code", is("NotAcceptable"))
                  .body("error.message", is("The service answers in application/json only."))
                  .body("error.innerError.code", is("notAcceptable")));
    }
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "application/json",
        "*/*",
        "application/*",
        "text/html, application/json;q=0.5",
        "application/json;odata.metadata=minimal;IEEE754Compatible=false"
      })
  void jsonIsAnsweredToWhoeverAcceptsIt(String accept) {
    request().accept(accept).get(DEFINITIONS).then().statusCode(200);
  }

  private static String full(String path) {
    return path.replaceFirst("^AR", "/v1.0/identityGovernance/accessReviews")
        .replace("/ID", "/" + ID)
        .replace("'ID'", "'" + ID + "'");
  }
}
