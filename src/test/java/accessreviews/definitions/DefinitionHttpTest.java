package accessreviews.definitions;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.GraphRefusal;
import accessreviews.testing.HttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Series;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Supplier;

/** What the tests of series over HTTP share. */
abstract class DefinitionHttpTest extends HttpTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  static String path(String id) {
    return DEFINITIONS + "/" + id;
  }

  static String created(Series series) {
    return created(series.json());
  }

  /** The series as a read shows it. */
  static ObjectNode shown(String id) {
    return shown(request().get(path(id)));
  }

  /** The answer is 200; its body. */
  static ObjectNode shown(Response answer) {
    return (ObjectNode) tree(answer.then().statusCode(200).extract().asString());
  }

  static JsonNode tree(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError(json, e);
    }
  }

  static String etag(String id) {
    return request().get(path(id)).then().statusCode(200).extract().header("ETag");
  }

  /** The series is updated: 204 with the new version and without a body. */
  static void changes(Response answer) {
    var done = answer.then().statusCode(204).extract();
    assertThat(done.asString()).isEmpty();
    assertThat(done.header("ETag")).matches("W/\"\\d+\"");
  }

  /** {@code call} is declined as {@code expected}, and what is stored is the same as before it. */
  void refuses(GraphRefusal expected, Supplier<Response> call) {
    expected.isTheAnswer(changesNothing(() -> call.get().then()));
  }

  /** PUT with all of {@code changed}, and PATCH with its {@code member} alone, are declined. */
  void refusesEveryUpdate(GraphRefusal expected, Series stored, Series changed, String member) {
    var id = created(stored);
    refuses(expected, () -> json(changed.json()).put(path(id)));
    refuses(expected, () -> json(alone(member, changed)).patch(path(id)));
  }

  /** The body that holds nothing but {@code member} of {@code series}. */
  static String alone(String member, Series series) {
    return alone(member, tree(series.json()).get(member).toString());
  }

  /** The body that holds nothing but {@code member}, such as {@code settings.x}. */
  static String alone(String member, String value) {
    var body = value;
    for (var step : List.of(member.split("\\.", -1)).reversed()) {
      body = "{\"" + step + "\":" + body + "}";
    }
    return body;
  }

  /** A body that is sent without a Content-Type, as its publisher says, is declined. */
  void refusesUntyped(
      GraphRefusal expected, String method, String path, HttpRequest.BodyPublisher body) {
    var before = rows.everything();
    var url = URI.create(RestAssured.baseURI + ":" + RestAssured.port + path);
    try (var client = HttpClient.newHttpClient()) {
      expected.isTheAnswer(
          client.send(
              HttpRequest.newBuilder(url)
                  .header("Authorization", "Bearer " + Tokens.of(Tokens.EVERYTHING))
                  .method(method, body)
                  .build(),
              HttpResponse.BodyHandlers.ofString()));
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(url.toString(), e);
    }
    assertThat(rows.everything()).isEqualTo(before);
  }

  /** What is stored of the instances of a series and their stages, column by column. */
  String storedInstances(String id) {
    return rows.strings(
            "select to_jsonb(i)::text || coalesce((select string_agg(to_jsonb(s)::text, ' ' order by"
                + " s.stage_id) from access_review_stage s where s.instance_id = i.id), '')"
                + " from access_review_instance i where definition_id = ?::uuid order by occurrence",
            id)
        .toString();
  }
}
