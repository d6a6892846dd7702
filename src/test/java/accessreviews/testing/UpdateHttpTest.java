package accessreviews.testing;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.AStage;
import accessreviews.testing.rows.AnInstance;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the tests of instance and stage updates share. */
public abstract class UpdateHttpTest extends HttpTest {
  protected static final String ADA = "/users/1ed8ac56-4827-4733-8f80-86adc2e67db5";
  protected static final String BOB = "/users/4562bcc8-c436-4f95-b7c0-4f8ce89dca5e";
  protected static final String CLEO = "/users/7deff43e-0000-4000-8000-00000000000c";
  protected static final String OWNERS = "/groups/" + AnInstance.GROUP + "/owners";
  protected static final String NOBODYS_ID = "ffffffff-0000-4000-8000-00000000000f";

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Why a request is refused, as the answer says it. */
  public record Refusal(
      int status, String code, String reason, @Nullable String target, String said) {

    /** A member of the body is not as it has to be. */
    public static Refusal bad(String reason, @Nullable String target, String said) {
      return new Refusal(400, "BadRequest", reason, target, said);
    }

    /** What is stored forbids it. */
    public static Refusal conflict(String reason, @Nullable String target, String said) {
      return new Refusal(409, "Conflict", reason, target, said);
    }

    /** Nothing is there. */
    public static Refusal notFound(String id) {
      return new Refusal(
          404,
          "ResourceNotFound",
          "resourceNotFound",
          null,
          "No resource was found with the id '" + id + "'.");
    }

    /** The caller has seen another version. */
    public static Refusal stale(String current) {
      return new Refusal(
          412,
          "PreconditionFailed",
          "entityTagDoesNotMatch",
          null,
          "the resource is at " + current + " now");
    }
  }

  /** {@code call} is refused as {@code expected}, and what is stored is the same as before it. */
  protected void assertRefused(Refusal expected, Supplier<Response> call) {
    assertRefused(expected, changesNothing(() -> call.get().then()));
  }

  protected static void assertRefused(Refusal expected, ValidatableResponse answer) {
    var error = answer.extract();
    assertThat(error.statusCode()).as(error.asString()).isEqualTo(expected.status());
    assertThat(error.<String>path("error.code")).isEqualTo(expected.code());
    assertThat(error.<String>path("error.innerError.code")).isEqualTo(expected.reason());
    assertThat(error.<@Nullable String>path("error.target")).isEqualTo(expected.target());
    assertThat(error.<String>path("error.message")).contains(expected.said());
    assertThat(error.header("ETag")).isNull();
  }

  /** The answer is 200; its body. */
  protected static ObjectNode shown(Response answer) {
    return parsed(answer.then().statusCode(200).extract().asString());
  }

  protected static ObjectNode parsed(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  /** The queries of a collection of reviewers, as stored. */
  protected List<String> stored(String column, String table, String id) {
    return rows.strings(
        "select s ->> 'query' from %s, jsonb_array_elements(%s) s where id = ?::uuid"
            .formatted(table, column),
        id);
  }

  protected List<String> reviewersOf(AnInstance.Stored instance) {
    return stored("reviewers", "access_review_instance", instance.id());
  }

  protected List<String> fallbackReviewersOf(AnInstance.Stored instance) {
    return stored("fallback_reviewers", "access_review_instance", instance.id());
  }

  protected List<String> reviewersOf(AStage.Stored stage) {
    return stored("reviewers", "access_review_stage", stage.id());
  }

  protected List<String> fallbackReviewersOf(AStage.Stored stage) {
    return stored("fallback_reviewers", "access_review_stage", stage.id());
  }

  /** The rows that {@code call} adds, removes or changes are those of {@code id} alone. */
  protected void changesOnly(String id, Runnable call) {
    var before = butReviewers();
    call.run();
    var after = butReviewers();
    var changed = new ArrayList<>(after);
    changed.removeAll(before);
    assertThat(after).hasSameSizeAs(before);
    assertThat(changed).hasSize(1).first().asString().contains("\"id\": \"" + id + "\"");
  }

  /** Who was contacted follows from the row that changes. */
  private List<String> butReviewers() {
    return rows.everything().stream().filter(row -> !row.contains("\"user_id\"")).toList();
  }
}
