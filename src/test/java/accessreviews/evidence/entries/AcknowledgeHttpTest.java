package accessreviews.evidence.entries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import accessreviews.testing.LifeHttpTest;
import accessreviews.testing.Tokens;
import accessreviews.testing.lanes.Endpoint;
import accessreviews.testing.rows.Organisation;
import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A named person acknowledges the result of an instance that has ended. */
@Endpoint
@QuarkusTest
class AcknowledgeHttpTest extends LifeHttpTest {
  private static final String STATEMENT = "{\"statement\":\"Who is left needs the access.\"}";
  private final Entries entries = new Entries(rows);
  private String instance = "";

  @BeforeEach
  void aReview() {
    Organisation.users("ada", "boss", "grace", "heidi");
    Organisation.group("staff", "ada");
    var series = start(reviewOf("staff", user("boss")).with("settings", once(3)));
    instance = instancePath(series, latest(series));
  }

  private static String administrator(String name) {
    return """
    {"oid":"%s","name":"%s","scp":"AccessReview.ReadWrite.All",
     "wids":["45d8d3c5-c802-45c6-b32a-1d70b5e1e86e"]}"""
        .formatted(Organisation.id(name), name);
  }

  private ValidatableResponse acknowledged(String claims, String body) {
    return as(claims)
        .contentType("application/json")
        .body(body)
        .post(instance + "/acknowledge")
        .then();
  }

  private ValidatableResponse refused(String claims, String body) {
    var before = entries.types();
    var answer = changesNothing(() -> acknowledged(claims, body));
    assertThat(entries.types()).isEqualTo(before);
    return answer;
  }

  @Test
  void statementsOfSeveralPeopleAreEntered() {
    stop(instance);

    acknowledged(administrator("grace"), STATEMENT).statusCode(204);
    instance = instance.replace("/v1.0/", "/beta/");
    acknowledged(administrator("heidi"), "{\"statement\":\"I agree.\\nAll of it.\"}")
        .statusCode(204);

    var told =
        entries.ofLife().stream()
            .filter(entry -> entry.path("type").asText().equals("instance.acknowledged"))
            .toList();
    assertThat(told)
        .extracting(
            entry ->
                entry.at("/actor/displayName").asText() + ": " + entry.path("statement").asText())
        .containsExactly("grace: Who is left needs the access.", "heidi: I agree.\nAll of it.");
    assertThat(Entries.members(told.getFirst()))
        .containsExactly("type", "at", "actor", "definitionId", "instanceId", "statement");
    assertThat(told.getFirst().path("instanceId").asText())
        .isEqualTo(instance.substring(instance.lastIndexOf('/') + 1));
  }

  @Test
  void anInstanceThatHasNotEndedIsRefused() {
    refused(administrator("grace"), STATEMENT)
        .statusCode(409)
        .body("error.code", is("Conflict"))
        .body("error.target", is("status"))
        .body("error.innerError.code", is("instanceNotCompleted"))
        .body("error.message", containsString("acknowledged once it has ended"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Completed", "Applying", "Applied", "Failed"})
  void anInstanceThatHasEndedIsNot(String status) {
    rows.execute("update access_review_instance set status = ?, next_transition_at = null", status);

    acknowledged(administrator("grace"), STATEMENT).statusCode(204);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      textBlock =
          """
          {},                      requiredPropertyMissing
          {"statement":null},      requiredPropertyMissing
          {"statement":" \\n\\t "}, requiredPropertyMissing
          {"statement":1},         invalidPropertyValue
          {"statement":"\\u0000"}, invalidPropertyValue
          """)
  void aCallWithoutAStatementIsRefused(String body, String reason) {
    stop(instance);

    refused(administrator("grace"), body)
        .statusCode(400)
        .body("error.target", is("statement"))
        .body("error.innerError.code", is(reason));
  }

  @Test
  void aStatementHasUpToFourThousandCharacters() {
    stop(instance);

    var longest = "\u00e9".repeat(4_000);
    acknowledged(administrator("grace"), "{\"statement\":\"%s\"}".formatted(longest))
        .statusCode(204);
    refused(administrator("grace"), "{\"statement\":\"%sx\"}".formatted(longest))
        .statusCode(400)
        .body("error.target", is("statement"))
        .body("error.message", containsString("at most 4000 characters"));
  }

  @Test
  void aReviewerWhoMayNotWriteTheReviewIsRefused() {
    stop(instance);

    refused(Tokens.claims(Organisation.id("boss"), "AccessReview.ReadWrite.All"), STATEMENT)
        .statusCode(403);
    refused(
            administrator("grace").replace("AccessReview.ReadWrite.All", "AccessReview.Read.All"),
            STATEMENT)
        .statusCode(403);
  }

  @Test
  void anUnknownInstanceIsRefused() {
    stop(instance);
    instance = instance.substring(0, instance.lastIndexOf('/')) + "/" + Series.GROUP;

    refused(Tokens.EVERYTHING, STATEMENT).statusCode(404);
  }
}
