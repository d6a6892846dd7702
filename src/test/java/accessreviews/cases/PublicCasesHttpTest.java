package accessreviews.cases;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.restassured.RestAssured;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/**
 * Sends public cases to a small organisation: the group {@code staff} with Ada, Bob and the guest
 * Gus, owned by Olga; the team {@code crew} with the same guest, owned by her, too. Rita ({@code
 * userId}) reviews; Ada is {@code otherUserId}.
 */
abstract class PublicCasesHttpTest extends LifeHttpTest {
  /** A Global Administrator whose token has no names. */
  static final String ADMIN =
      """
      {"oid":"%s","scp":"AccessReview.ReadWrite.All",
       "wids":["62e90394-69f5-4237-9190-012177145e10"]}"""
          .formatted(Organisation.id("admin"));

  /** The reviewer, without any directory role. */
  static final String RITA = Tokens.claims(Organisation.id("rita"), "AccessReview.ReadWrite.All");

  static final String TODAY = "2026-01-05";

  final Map<String, String> values = new HashMap<>();

  @BeforeEach
  void organisation() {
    Organisation.users("admin", "rita", "ada", "bob", "olga");
    Organisation.user(
        "gus",
        ",\"userType\":\"Guest\",\"signInActivity\":{\"lastSignInDateTime\":\"2025-10-01T00:00:00Z\"}");
    Organisation.group("staff", "ada", "bob", "gus");
    Organisation.team("crew", "ada", "gus");
    Organisation.owner("staff", "olga");
    Organisation.owner("crew", "olga");
    values.clear();
    values.putAll(
        Map.of(
            "groupId", Organisation.id("staff"),
            "resourceId", Organisation.id("staff"),
            "userId", Organisation.id("rita"),
            "otherUserId", Organisation.id("ada"),
            "roleId", "62e90394-69f5-4237-9190-012177145e10",
            "accessPackageId", Organisation.id("package"),
            "policyId", Organisation.id("policy"),
            "catalogId", Organisation.id("catalog")));
    values.putAll(
        Map.of(
            "today",
            TODAY,
            "today+7",
            "2026-01-12",
            "today+30",
            "2026-02-04",
            "historyDefinitionId",
            Organisation.id("history"),
            "historyInstanceId",
            Organisation.id("history instance")));
  }

  /** A weekly review of {@code staff} by Rita, which has started. */
  void aWeeklyReview() {
    started(reviewOf("staff", user("rita")).with("settings", Series.WEEKLY));
  }

  /** The review that the placeholders stand for from now on. */
  void started(Series series) {
    placed(start(series));
  }

  void placed(String series) {
    var instance = latest(series);
    values.put("definitionId", series);
    values.put("instanceId", instance);
    var stages = stageIds(series, instance);
    if (!stages.isEmpty()) {
      values.put("stageId", stages.getFirst());
    }
    rows.strings(
            """
            select id from access_review_decision_item
            where instance_id = ?::uuid and principal_name = 'ada'""",
            instance)
        .forEach(item -> values.put("decisionId", item));
  }

  /** The answer to the case {@code id}, which is one of the right ones. */
  Answer sent(String id) {
    return sentBy(ADMIN, id);
  }

  Answer sentBy(String caller, String id) {
    var one = PublicCase.of(id);
    return sent(caller, one, one.body(values), one.right());
  }

  /** The answer to the case {@code id} with another body. */
  Answer sentWith(String id, String body) {
    var one = PublicCase.of(id);
    return sent(ADMIN, one, body, one.right());
  }

  /** The answer to the case {@code id}, which differs here from what its line says. */
  Answer differing(String caller, String id, int status) {
    var one = PublicCase.of(id);
    assertThat(one.right()).as("%s is answered as its line says", id).doesNotContain(status);
    return sent(caller, one, one.body(values), List.of(status));
  }

  private Answer sent(String caller, PublicCase one, String body, List<Integer> right) {
    var request =
        HttpRequest.newBuilder(
                URI.create("http://localhost:" + RestAssured.port + one.path(values)))
            .header("Authorization", "Bearer " + Tokens.of(caller))
            .method(one.method(), BodyPublishers.ofString(body));
    if (one.headers() != null) {
      one.headers().forEach(request::header);
    }
    if (!body.isEmpty()) {
      request.header("Content-Type", "application/json");
    }
    try (var client = HttpClient.newHttpClient()) {
      var answer = new Answer(client.send(request.build(), BodyHandlers.ofString()));
      assertThat(right).as("%s: %s", one.id(), answer.text()).contains(answer.status());
      return answer;
    } catch (IOException e) {
      throw new AssertionError(one.id(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(one.id(), e);
    }
  }

  /** An answer as its assertions need it. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    JsonPath json() {
      return JsonPath.from(text());
    }

    @Nullable Object at(String path) {
      return json().get(path);
    }

    String id() {
      return json().getString("id");
    }
  }

  /** The value of a placeholder. */
  String id(String placeholder) {
    return Objects.requireNonNull(values.get(placeholder), placeholder);
  }

  /** What a GET of the review shows. */
  JsonPath review() {
    return request().get(path(id("definitionId"))).then().statusCode(200).extract().jsonPath();
  }

  String instance() {
    return instancePath(id("definitionId"), id("instanceId"));
  }
}
