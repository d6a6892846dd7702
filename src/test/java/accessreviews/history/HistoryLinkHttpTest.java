package accessreviews.history;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import accessreviews.decisions.report.ReportedRows;
import accessreviews.testing.lanes.Endpoint;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The link to a file needs no token, and nothing else is a link. */
@Endpoint
@QuarkusTest
class HistoryLinkHttpTest extends HistoryHttpTest {

  @Test
  void aLinkIsMadeAndShownFromThenOn() {
    var id = made(report("", OF_GROUPS));
    var answer =
        request()
            .post(reports(id) + "/" + id + "/microsoft.graph.generateDownloadUri")
            .then()
            .statusCode(200)
            .body("id", is(id))
            .body("status", is("done"))
            .extract();
    var link = answer.<String>path("downloadUri");

    assertThat(answer.<String>path("'@odata.context'"))
        .endsWith("/v1.0/$metadata#microsoft.graph.accessReviewHistoryInstance");
    assertThat(link)
        .matches("http://[^/]+/history/" + id + "\\?se=2026-01-06T09:00:00Z&sig=[A-Za-z0-9_-]{43}");
    request().get(reports(id) + "/" + id).then().body("downloadUri", is(link));
    request()
        .get(HISTORY + "/" + id + "?$expand=instances")
        .then()
        .body("instances[0].downloadUri", is(link));
    advance("PT1H");
    assertThat(link(id, id)).contains("se=2026-01-06T10:00:00Z");
    assertThat(fetched(link).statusCode()).as("the first one is still valid").isEqualTo(200);
  }

  @Test
  void aFileHasANameAndIsNobodyElses() {
    staff();
    start(reviewOf("staff", user("boss")));
    var id = made(report("", OF_GROUPS).replace("\"Report\"", "\"Prüfung\\r\\nX: \\\"y\\\"/..\""));
    var answer = fetched(link(id, id));

    assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=utf-8");
    assertThat(answer.header("Content-Disposition"))
        .isEqualTo(
            "attachment; filename=\"Pr_fung__X_ _y__..-%1$s.csv\"; filename*=UTF-8''Pr%%C3%%BCfung__X_%%20_y__..-%1$s.csv"
                .formatted(id));
    assertThat(answer.header("X")).isNull();
    assertThat(answer.header("Cache-Control")).isEqualTo("private");
    assertThat(answer.header("Accept-Ranges")).isEqualTo("bytes");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("ETag")).matches("\"[0-9a-f]{64}\"");
    assertThat(answer.header("Content-Length")).isEqualTo("" + answer.asByteArray().length);
    assertThat(ReportedRows.of(answer.asByteArray())).hasSize(2);
  }

  @Test
  void whateverWasChangedTheAnswerIsTheSame() {
    var id = made(report("", OF_GROUPS));
    var other = made(report("", OF_GROUPS));
    var link = link(id, id);
    var signature = link.replaceFirst(".*sig=", "");

    for (var wrong :
        List.of(
            link.replace(id, other),
            link.replace(id, "x"),
            link.replace(id, "00000000-0000-4000-8000-000000000000"),
            link.replace("2026-01-06T09", "2026-01-06T10"),
            link.replace("09:00:00Z", "09:00:00.0Z"),
            link.replaceFirst("\\?.*", ""),
            link.replaceFirst("&sig=.*", ""),
            link.replaceFirst("sig=.*", "sig="),
            link.replaceFirst("sig=.", signature.startsWith("A") ? "sig=B" : "sig=A"),
            link.substring(0, link.length() - 1),
            link + "A",
            link + "=",
            link.replaceFirst("se=[^&]*", "se="),
            link.replaceFirst("se=[^&]*", "se=9999-12-31T00:00:00Z"))) {
      var answer = fetched(wrong);
      assertThat(answer.statusCode()).as(wrong).isEqualTo(403);
      assertThat(answer.<String>path("error.message")).isEqualTo("The link is not valid.");
    }
    assertThat(fetched(link + "&x=y").statusCode()).isEqualTo(200);
    assertThat(fetched(link.replaceFirst("history/.*", "history")).statusCode()).isEqualTo(401);
    assertThat(fetched(link.replaceFirst("history/.*", "history/")).statusCode()).isEqualTo(401);
  }

  @Test
  void aLinkIsValidForADay() {
    var id = made(report("", OF_GROUPS));
    var link = link(id, id);

    clockAt(NOW.plusSeconds(86_399));
    assertThat(fetched(link).statusCode()).isEqualTo(200);
    advance("PT1S");
    assertThat(fetched(link).statusCode()).isEqualTo(403);
  }

  @Test
  void whatIsGoneIsNotFound() {
    var id = made(report("", OF_GROUPS));
    clockAt(NOW.plusSeconds(29 * 86_400 + 80_000));
    var link = link(id, id);
    advance("PT2H");

    assertThat(fetched(link).statusCode()).isEqualTo(404);
  }

  @Test
  void aPartIsSent() {
    var id = made(report("", OF_GROUPS));
    var link = link(id, id);
    var whole = text(fetched(link)).getBytes(UTF_8);

    var part = ranged("bytes=3-16").get(link);
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(text(part)).isEqualTo("AccessReviewId");
    assertThat(part.header("Content-Range")).isEqualTo("bytes 3-16/" + whole.length);
    assertThat(part.header("Content-Length")).isEqualTo("14");
    assertThat(text(ranged("bytes=-6").get(link))).isEqualTo("Date\r\n");

    var beyond = ranged("bytes=" + whole.length + "-").get(link);
    assertThat(beyond.statusCode()).isEqualTo(416);
    assertThat(beyond.header("Content-Range")).isEqualTo("bytes */" + whole.length);
    assertThat(ranged("bytes=0-1,3-4").get(link).statusCode()).isEqualTo(200);
    var etag = part.header("ETag");
    assertThat(ranged("bytes=0-1").header("If-Range", etag).get(link).statusCode()).isEqualTo(206);
    assertThat(ranged("bytes=0-1").header("If-Range", "\"x\"").get(link).statusCode())
        .isEqualTo(200);
  }

  @Test
  void whatIsKnownIsNotSentAgain() {
    var id = made(report("", OF_GROUPS));
    var link = link(id, id);
    var etag = fetched(link).header("ETag");

    for (var known : List.of(etag, "*", "\"x\", W/" + etag)) {
      var answer =
          RestAssured.given().urlEncodingEnabled(false).header("If-None-Match", known).get(link);
      assertThat(answer.statusCode()).as(known).isEqualTo(304);
      assertThat(answer.header("ETag")).isEqualTo(etag);
      assertThat(answer.asByteArray()).isEmpty();
    }
    assertThat(
            RestAssured.given()
                .urlEncodingEnabled(false)
                .header("If-None-Match", "\"x\"")
                .get(link)
                .statusCode())
        .isEqualTo(200);
    assertThat(RestAssured.given().urlEncodingEnabled(false).head(link).statusCode())
        .isEqualTo(200);
  }

  @Test
  void aFileOfSeveralChunksIsSentWhole() {
    staff();
    var instance = latest(start(reviewOf("staff", user("boss"))));
    rows.execute(
        """
        update access_review_decision_item
        set justification = (select string_agg(md5(n::text), '') from generate_series(1, 60000) n)
        where instance_id = ?::uuid""",
        instance);
    var id = made(report("", OF_GROUPS));
    var link = link(id, id);
    var whole = fetched(link).asByteArray();

    assertThat(rows.strings("select count(*)::text from access_review_history_chunk"))
        .containsExactly("4");
    assertThat(whole).hasSizeGreaterThan(3 << 20);
    assertThat(ReportedRows.of(whole))
        .extracting(row -> String.valueOf(row.get("Justification")).length())
        .containsExactly(60_000 * 32, 60_000 * 32);
    var across = ranged("bytes=1048570-2097160").get(link).asByteArray();
    assertThat(across).isEqualTo(Arrays.copyOfRange(whole, 1_048_570, 2_097_161));
  }

  private static RequestSpecification ranged(String range) {
    return RestAssured.given().urlEncodingEnabled(false).header("Range", range);
  }
}
