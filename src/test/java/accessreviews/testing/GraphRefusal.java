package accessreviews.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import accessreviews.refusal.Refused;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.net.http.HttpResponse;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert;
import org.jspecify.annotations.Nullable;

/**
 * How a request is declined.
 *
 * @param reason the specific word, {@code innerError.code}
 * @param target JSON path of the member to blame
 * @param says a fragment of the message that tells the caller what was expected
 */
public record GraphRefusal(
    int status, String code, String reason, @Nullable String target, String says) {

  /** A member is missing, has the wrong value, or cannot change. */
  public static GraphRefusal badRequest(String reason, @Nullable String target, String says) {
    return new GraphRefusal(400, "BadRequest", reason, target, says);
  }

  /** The value of a member is of another type, or not one of those it can have. */
  public static GraphRefusal invalid(String target, String expected) {
    return badRequest("invalidPropertyValue", target, expected);
  }

  /** A member that has to be there is not. */
  public static GraphRefusal missing(String target, String what) {
    return badRequest("requiredPropertyMissing", target, what);
  }

  /** A member differs from what was settled at creation. */
  public static GraphRefusal notUpdatable(String target, String says) {
    return badRequest("propertyNotUpdatable", target, says);
  }

  /** Nobody knows such a query. */
  public static GraphRefusal unsupported(String target, String knownQuery) {
    return badRequest("queryNotSupported", target, knownQuery);
  }

  /** The body is no JSON. */
  public static GraphRefusal unreadable() {
    return badRequest("unreadableBody", null, "Unable to read JSON request payload.");
  }

  /** Nothing has the id. */
  public static GraphRefusal notFound(String id) {
    return new GraphRefusal(
        404,
        "ResourceNotFound",
        "resourceNotFound",
        null,
        "No resource was found with the id '" + id + "'.");
  }

  /** The version in If-Match is not the one that is stored. */
  public static GraphRefusal stale(String current) {
    return new GraphRefusal(
        412,
        "PreconditionFailed",
        "entityTagDoesNotMatch",
        null,
        "the resource is at " + current + " now");
  }

  /** The body is longer than the service reads. */
  public static GraphRefusal tooLarge() {
    return new GraphRefusal(
        413, "RequestEntityTooLarge", "bodyTooLarge", null, "larger than the 1048576 bytes");
  }

  /** The refusal of a rule that is asked without HTTP; it is a failure when the rule lets it be. */
  public static Refused thrownBy(ThrowableAssert.ThrowingCallable rule) {
    var refused = catchThrowableOfType(Refused.class, rule);
    assertThat(refused).as("refused").isNotNull();
    return refused;
  }

  /** {@code answer} is this refusal, in Graph's form and findable in the log. */
  public void isTheAnswer(ValidatableResponse answer) {
    var got = answer.extract();
    isTheAnswer(got.statusCode(), got.asString(), got::header);
  }

  /** The same for an answer to a bare HTTP client. */
  public void isTheAnswer(HttpResponse<String> answer) {
    isTheAnswer(
        answer.statusCode(), answer.body(), name -> answer.headers().firstValue(name).orElse(""));
  }

  private void isTheAnswer(int gotStatus, String body, UnaryOperator<String> header) {
    assertThat(gotStatus).as(body).isEqualTo(status);
    assertThat(header.apply("Content-Type")).isEqualTo("application/json");
    var error = JsonPath.from(body);
    assertThat(error.getString("error.code")).isEqualTo(code);
    assertThat(error.getString("error.innerError.code")).isEqualTo(reason);
    assertThat(error.getString("error.target")).isEqualTo(target);
    assertThat(error.getString("error.message")).contains(says);
    assertThat(error.getString("error.innerError.date"))
        .matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d");
    assertThat(error.getString("error.innerError.request-id"))
        .isEqualTo(header.apply("request-id"));
    assertThat(error.getString("error.innerError.client-request-id"))
        .isEqualTo(header.apply("client-request-id"));
  }
}
