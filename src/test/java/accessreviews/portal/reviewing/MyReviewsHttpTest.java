package accessreviews.portal.reviewing;

import static accessreviews.testing.rows.AReviewer.aReviewer;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.browser.Person;
import accessreviews.testing.lanes.InProcessOnly;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The first page, and accepting what is recommended. */
@InProcessOnly("people sign in by one click, which a production build does not have")
@QuarkusTest
class MyReviewsHttpTest extends UpdateHttpTest {
  private static final String ANNA = "00000000-0000-4000-8000-0000000000a1";
  private static final String BERT = "00000000-0000-4000-8000-0000000000b1";

  private AnInstance.Stored instance;
  private String page;

  @BeforeEach
  void aReview() {
    instance = anInstance().in(rows);
    page = "/reviews/" + instance.id();
  }

  private AnItem.Stored item(String... members) {
    var item = anItem().inStage("", "primary", null);
    for (var i = 0; i < members.length; i += 2) {
      item = item.with(members[i], members[i + 1]);
    }
    return item.in(instance, rows);
  }

  private Person anna() {
    aReviewer(ANNA).on("primary").in(instance, rows);
    return Person.signedIn(ANNA);
  }

  private String decisionOf(AnItem.Stored item) {
    return rows.strings(
            "select decision from access_review_decision_item where id = ?",
            UUID.fromString(item.id()))
        .getFirst();
  }

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
