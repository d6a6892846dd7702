package accessreviews.odata.answers;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.SeriesHttpTest;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.ASeries;
import accessreviews.testing.servers.ErrorLog;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What goes wrong inside stays inside: here, rows that hold other JSON than they should. */
@InProcessOnly("puts a fault into it")
@QuarkusTest
class UnexpectedFailureHttpTest extends SeriesHttpTest {
  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      textBlock =
          """
          GET,   /definitions
          GET,   /definitions/DEFINITION
          PUT,   /definitions/DEFINITION
          PATCH, /definitions/DEFINITION
          DELETE, /definitions/DEFINITION
          GET,   /definitions/DEFINITION/instances
          GET,   /definitions/INSTANCE/instances
          GET,   /definitions/INSTANCE/instances/INSTANCE
          PUT,   /definitions/INSTANCE/instances/INSTANCE
          PATCH, /definitions/INSTANCE/instances/INSTANCE
          GET,   /definitions/INSTANCE/instances/INSTANCE/stages
          GET,   /definitions/STAGES/instances/STAGES/stages
          GET,   /definitions/STAGES/instances/STAGES/stages/STAGE
          PATCH, /definitions/STAGES/instances/STAGES/stages/STAGE
          """)
  void aRowThatCannotBeReadIsAnInternalErrorThatSaysNothingOfTheInside(String method, String path) {
    var definition = create(ASeries.ofOneGroup());
    rows.execute("update access_review_schedule_definition set settings = '7'");
    var instance = create(ASeries.ofOneGroup());
    rows.execute("update access_review_instance set scope = '[{}]'");
    var stages = create(ASeries.ofOneGroup().inStages(1));
    rows.execute("update access_review_stage set reviewers = '{\"query\":1}'");
    var stage = rows.strings("select id from access_review_stage").getFirst();
    var target =
        "/v1.0/identityGovernance/accessReviews"
            + path.replace("DEFINITION", definition)
                .replace("INSTANCE", instance)
                .replace("STAGES", stages)
                .replace("STAGE", stage);

    try (var errors = new ErrorLog()) {
      var before = rows.everything();
      var answer = json(ASeries.ofOneGroup().body()).request(method, target);

      assertThat(answer.statusCode()).isEqualTo(500);
      assertThat(answer.contentType()).isEqualTo("application/json");
      assertThat(answer.asString())
          .isEqualTo(
              """
              {"error":{"code":"InternalServerError",\
              "message":"The service failed; its log has the reason under the request-id.",\
              "innerError":{"date":"%s","request-id":"%s","client-request-id":"%s"}}}"""
                  .formatted(
                      answer.<String>path("error.innerError.date"),
                      answer.header("request-id"),
                      answer.header("client-request-id")));
      assertThat(rows.everything()).isEqualTo(before);
      assertThat(errors.messages())
          .hasSize(1)
          .first()
          .asString()
          .startsWith(
              "%s %s failed; request-id %s".formatted(method, target, answer.header("request-id")));
    }
  }

  @Test
  void otherResourcesAreAnsweredNevertheless() {
    var broken = create(ASeries.ofOneGroup());
    rows.execute("update access_review_schedule_definition set settings = '7'");

    var other = create(ASeries.ofOneGroup());

    request().get(path(other)).then().statusCode(200);
    request().get(path(broken)).then().statusCode(500);
    assertThat(instances(other)).hasSize(1);
  }
}
