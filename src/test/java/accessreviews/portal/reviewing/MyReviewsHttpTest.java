package accessreviews.portal.reviewing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import accessreviews.testing.browser.Person;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first page, and accepting what is recommended. */
@InProcessOnly("people sign in by one click, which a production build does not have")
@QuarkusTest
class MyReviewsHttpTest extends ReviewerPageHttpTest {
  @Test
  void recommendationsAreAcceptedWithTheirNumberAndAReason() {
    var anna = anna();
    var approved = item("recommendation", "Approve");
    var denied = item("recommendation", "Deny");
    var none = item("recommendation", "NoInfoAvailable");
    var accept = page + "/recommendations";
    var asks = anna.asks().get(accept).then().statusCode(200).extract().asString();
    assertThat(asks).contains("1 will be approved and 1 denied. 1 have no").contains("Accept 2");
    var token = anna.formToken(accept);

    for (var reason : List.of("", "   ")) {
      anna.asks()
          .formParam("form-token", token)
          .formParam("justification", reason)
          .post(accept)
          .then()
          .statusCode(400);
    }
    anna.asks()
        .formParam("form-token", token)
        .formParam("justification", "looked through")
        .post(accept)
        .then()
        .statusCode(303)
        .header("Location", endsWith("?saved=2"));
    assertThat(List.of(decisionOf(approved), decisionOf(denied), decisionOf(none)))
        .containsExactly("Approve", "Deny", "NotReviewed");
  }

  @Test
  void myReviewsListsWhatIsMine() {
    var anna = anna();
    item("decision", "Approve");
    item();

    assertThat(anna.asks().get("/reviews").then().statusCode(200).extract().asString())
        .contains("href=\"" + page + "\"")
        .contains("1 of 2 decided");
    assertThat(Person.signedIn(BERT).asks().get("/reviews").asString())
        .contains("Nothing waits for your decision.")
        .doesNotContain(instance.id());
    assertThat(
            Person.signedIn(BERT).asks().header("Accept-Language", "de").get("/reviews").asString())
        .contains("<html lang=\"de\">")
        .contains("Nichts wartet auf Ihre Entscheidung.");
  }
}
