package accessreviews.portal.reviewing;

import static accessreviews.testing.rows.AReviewer.aReviewer;
import static accessreviews.testing.rows.AnInstance.anInstance;
import static accessreviews.testing.rows.AnItem.anItem;

import accessreviews.testing.UpdateHttpTest;
import accessreviews.testing.browser.Person;
import accessreviews.testing.rows.AnInstance;
import accessreviews.testing.rows.AnItem;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;

/** A test of pages about one instance, of which Anna reviews the items on the list. */
abstract class ReviewerPageHttpTest extends UpdateHttpTest {
  static final String ANNA = "00000000-0000-4000-8000-0000000000a1";
  static final String BERT = "00000000-0000-4000-8000-0000000000b1";

  AnInstance.Stored instance;
  String page;

  @BeforeEach
  void aReview() {
    instance = anInstance().in(rows);
    page = "/reviews/" + instance.id();
  }

  AnItem.Stored item(String... members) {
    var item = anItem().inStage("", "primary", null);
    for (var i = 0; i < members.length; i += 2) {
      item = item.with(members[i], members[i + 1]);
    }
    return item.in(instance, rows);
  }

  Person anna() {
    aReviewer(ANNA).on("primary").in(instance, rows);
    return Person.signedIn(ANNA);
  }

  String decisionOf(AnItem.Stored item) {
    return rows.strings(
            "select decision from access_review_decision_item where id = ?",
            UUID.fromString(item.id()))
        .getFirst();
  }
}
