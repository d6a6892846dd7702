package accessreviews.definitions;

import static accessreviews.testing.GraphRefusal.tooLarge;
import static accessreviews.testing.rows.Series.aSeries;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.testing.rows.Series;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Bodies are read up to access-reviews.largest-body, one mebibyte, and declined beyond. */
@QuarkusTest
class LargeBodyHttpTest extends DefinitionHttpTest {
  private static final int LARGEST = 1 << 20;

  @Test
  void aBodyOfTheLargestSizeIsTaken() {
    var id = created(aSeries());
    var body = filledTo(LARGEST);

    changes(sent(body).patch(path(id)));

    assertThat(shown(id).get("displayName").asText()).isEqualTo("filled");
  }

  @Test
  void oneByteMoreIsRefusedOnEveryWrite() {
    var id = created(aSeries());
    var body = filledTo(LARGEST + 1);

    refuses(tooLarge(), () -> sent(body).post(DEFINITIONS));
    refuses(tooLarge(), () -> sent(body).put(path(id)));
    refuses(tooLarge(), () -> sent(body).patch(path(id)));
  }

  @Test
  void aBodyThatComesInChunksIsCountedToo() {
    var id = created(aSeries());
    var body = filledTo(LARGEST + 1).getBytes(UTF_8);
    var chunked = HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body));

    refusesUntyped(tooLarge(), "POST", DEFINITIONS, chunked);
    refusesUntyped(tooLarge(), "PUT", path(id), chunked);
    refusesUntyped(tooLarge(), "PATCH", path(id), chunked);
  }

  @Test
  void manyTimesTheLargestSizeIsRefusedAndTheServiceGoesOn() {
    var id = created(aSeries());
    var body = filledTo(20 * LARGEST);

    refuses(tooLarge(), () -> sent(body).patch(path(id)));

    assertThat(shown(id).get("displayName").asText()).isEqualTo("Test create");
  }

  @Test
  void asManyReviewersAsAListMayHaveAreReadBack() {
    var reviewers = new String[300];
    Arrays.setAll(reviewers, i -> "/users/00000000-0000-0000-0000-%012d".formatted(i));

    var id = created(aSeries().reviewedBy(reviewers));

    assertThat(shown(id).get("reviewers"))
        .isEqualTo(
            tree(
                Series.scopes(
                    Arrays.stream(reviewers).map("/v1.0"::concat).toArray(String[]::new))));
  }

  private static String filledTo(int size) {
    var begin = "{\"displayName\":\"filled\",\"ignored\":\"";
    var end = "\"}";
    return begin + "x".repeat(size - begin.length() - end.length()) + end;
  }

  private static RequestSpecification sent(String body) {
    return request().contentType("application/json").body(body.getBytes(UTF_8));
  }
}
