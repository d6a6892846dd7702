package accessreviews.portal.reviewing;

import static accessreviews.testing.rows.AReviewer.aReviewer;
import static accessreviews.testing.rows.AnItem.anItem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.startsWith;

import accessreviews.testing.browser.Person;
import accessreviews.testing.lanes.InProcessOnly;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a reviewer sees of a review, in which order, and what becomes of the forms. */
@InProcessOnly("people sign in by one click, which a production build does not have")
@QuarkusTest
class ReviewHttpTest extends ReviewerPageHttpTest {
  private static final Pattern ROW = Pattern.compile("<tr id=\"?i([0-9a-f-]{36})");

  private static List<String> rowsOf(Response page) {
    var ids = new ArrayList<String>();
    var found = ROW.matcher(page.then().statusCode(200).extract().asString());
    while (found.find()) {
      ids.add(found.group(1));
    }
    return ids;
  }

  private Response answer(Person person, String form) {
    return person
        .asks()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .body("form-token=" + person.formToken(page) + "&" + form)
        .post(page + "/answers");
  }

  @Test
  void whatIsWorthALookComesFirst() {
    var anna = anna();
    var rest = item("recommendation", "Approve", "last_sign_in_date_time", "2026-01-01T00:00:00Z");
    var guest =
        item(
            "recommendation", "Approve",
            "last_sign_in_date_time", "2026-01-01T00:00:00Z",
            "guest", "true");
    var never = item("recommendation", "NoInfoAvailable");
    var denied = item("recommendation", "Deny", "last_sign_in_date_time", "2025-01-01T00:00:00Z");

    assertThat(rowsOf(anna.asks().get(page)))
        .containsExactly(denied.id(), never.id(), guest.id(), rest.id());
  }

  @ParameterizedTest
  @CsvSource({
    "q=GRADY, grady",
    "q=%25, ''",
    "recommendation=Deny, fumi",
    "answered=yes, fumi",
    "answered=no, grady",
    "guests=yes, ''",
    "recommendation=Nothing, grady fumi"
  })
  void theFilterNarrowsIt(String query, String expected) {
    var anna = anna();
    var grady = item("principal_name", "Grady Archie", "recommendation", "Approve");
    var fumi =
        item("principal_name", "Fumi Tanaka", "recommendation", "Deny", "decision", "Approve");
    var wanted = new ArrayList<String>();
    if (expected.contains("grady")) {
      wanted.add(grady.id());
    }
    if (expected.contains("fumi")) {
      wanted.add(fumi.id());
    }

    assertThat(rowsOf(anna.asks().urlEncodingEnabled(false).get(page + "?" + query)))
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void pagesOfAHundredHaveEachItemOnce() {
    var anna = anna();
    var all = new ArrayList<String>();
    for (var i = 0; i < 230; i++) {
      all.add(item("recommendation", i % 3 == 0 ? "Deny" : "Approve").id());
    }
    var shown = new ArrayList<String>();
    var next = page;
    var pages = 0;
    while (next != null) {
      var read = anna.asks().urlEncodingEnabled(false).get(next);
      shown.addAll(rowsOf(read));
      var link = Pattern.compile("href=\"([^\"]*after=[^\"]*)\"").matcher(read.asString());
      next = link.find() ? link.group(1).replace("&amp;", "&") : null;
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "9.9", "0.00000000-0000-0000-0000-00000000000Z", "%00", "1%27"})
  void aPlaceThatIsNoneIsTheFirstPage(String after) {
    var anna = anna();
    var only = item();

    assertThat(rowsOf(anna.asks().urlEncodingEnabled(false).get(page + "?after=" + after)))
        .containsExactly(only.id());
  }

  @Test
  void oneButtonAnswersOneItemAndTheRowSaysSo() {
    var anna = anna();
    var first = item();
    var second = item();

    answer(anna, "one=Deny:" + first.id() + ".0&justification=left")
        .then()
        .statusCode(303)
        .header("Location", startsWith(page + "?saved=1#i" + first.id()));
    assertThat(decisionOf(first)).isEqualTo("Deny");
    assertThat(decisionOf(second)).isEqualTo("NotReviewed");
    assertThat(anna.asks().get(page + "?saved=1").asString())
        .contains("1 saved.")
        .contains("you: Deny, 5 January 2026")
        .contains("left")
        .contains("1 of 2 decided");
  }

  @Test
  void theTickedRowsGetOneAnswerAndTheFilterStays() {
    var anna = anna();
    var first = item();
    var second = item();
    var third = item();

    answer(
            anna,
            "decision=Approve&item=%s.0&item=%s.0&back=answered%%3Dno"
                .formatted(first.id(), second.id()))
        .then()
        .statusCode(303)
        .header("Location", startsWith(page + "?answered=no&saved=2#i"));
    assertThat(List.of(decisionOf(first), decisionOf(second), decisionOf(third)))
        .containsExactly("Approve", "Approve", "NotReviewed");
  }

  @Test
  void aWholePageAndTheLongestReasonFitAForm() {
    var anna = anna();
    var form = new StringBuilder("decision=Approve&justification=" + "%C3%A4".repeat(4_000));
    for (var i = 0; i < 100; i++) {
      form.append("&item=").append(item().id()).append(".0");
    }

    answer(anna, form.toString())
        .then()
        .statusCode(303)
        .header("Location", startsWith(page + "?saved=100#i"));
    answer(anna, form.toString().replaceFirst("justification=", "justification=x"))
        .then()
        .statusCode(400);
  }

  @Test
  void anAnswerThatCameMeanwhileStaysAndIsShown() {
    var anna = anna();
    aReviewer(BERT).on("primary").in(instance, rows);
    var item = item();
    answer(Person.signedIn(BERT), "one=Approve:" + item.id() + ".0").then().statusCode(303);

    answer(anna, "one=Deny:" + item.id() + ".0")
        .then()
        .statusCode(303)
        .header("Location", containsString("saved=0&overtaken=1"));
    assertThat(decisionOf(item)).isEqualTo("Approve");
    assertThat(anna.asks().get(page + "?saved=0&overtaken=1").asString())
        .contains("somebody answered meanwhile");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "one=Approve:x",
        "one=Maybe:%s.0",
        "one=%s.0",
        "decision=NotReviewed&item=%s.0",
        "decision=Approve&item=%s.-1",
        "decision=Approve&item=%s.99999999999999999999"
      })
  void formsThatNoPageHasAreRefused(String form) {
    var anna = anna();
    var item = item();

    answer(anna, form.formatted(item.id()))
        .then()
        .statusCode(400)
        .contentType(containsString("text/html"));
    assertThat(decisionOf(item)).isEqualTo("NotReviewed");
  }

  @Test
  void aFormIsForThePersonForWhomItWasMade() {
    var anna = anna();
    aReviewer(BERT).on("primary").in(instance, rows);
    var item = item();
    var ofBert = Person.signedIn(BERT).formToken(page);

    for (var token : List.of("", "form-token=&", "form-token=" + ofBert + "&", "form-token=1.x&")) {
      anna.asks()
          .contentType("application/x-www-form-urlencoded; charset=UTF-8")
          .body(token + "one=Approve:" + item.id() + ".0")
          .post(page + "/answers")
          .then()
          .statusCode(403);
    }
    assertThat(decisionOf(item)).isEqualTo("NotReviewed");
  }

  @Test
  void itemsAndReviewsOfOthersAreOutOfReach() {
    var anna = anna();
    item();
    var berts = anItem().inStage("", "individual", BERT).in(instance, rows);
    var bert = Person.signedIn("00000000-0000-4000-8000-0000000000c1");

    assertThat(rowsOf(anna.asks().get(page))).doesNotContain(berts.id());
    answer(anna, "one=Approve:" + berts.id() + ".0")
        .then()
        .statusCode(303)
        .header("Location", containsString("saved=0&overtaken=1"));
    assertThat(decisionOf(berts)).isEqualTo("NotReviewed");
    bert.asks().get(page).then().statusCode(403);
    bert.asks().get(page + "/recommendations").then().statusCode(403);
    bert.asks().get("/reviews/" + UUID.randomUUID()).then().statusCode(403);
    anna.asks().get("/reviews/no-such-thing").then().statusCode(404);
  }
}
