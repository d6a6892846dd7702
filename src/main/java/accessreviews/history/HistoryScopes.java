package accessreviews.history;

import accessreviews.refusal.Refused;
import accessreviews.scopes.QueryForm;
import accessreviews.scopes.QueryScope;
import accessreviews.scopes.Scope;
import java.util.List;

/** Which reviews a report is about: those whose scope's query contains one of some texts. */
record HistoryScopes(List<Scope> scopes) {
  private static final String MEMBER = "scopes";
  private static final int MOST = 20;
  private static final int LONGEST_TEXT = 256;

  HistoryScopes {
    scopes = List.copyOf(scopes);
  }

  /** Refuses scopes that no report can be made of. */
  void requireSupported() {
    if (scopes.isEmpty()) {
      throw Refused.missing(MEMBER, "the reviews that the report is about");
    }
    if (scopes.size() > MOST) {
      throw Refused.invalid(MEMBER, "at most %d elements".formatted(MOST));
    }
    for (var i = 0; i < scopes.size(); i++) {
      try {
        requireShort(text(scopes.get(i)));
      } catch (Refused refused) {
        throw refused.under(MEMBER + "[" + i + "]");
      }
    }
  }

  private static void requireShort(String text) {
    if (text.length() > LONGEST_TEXT) {
      throw Refused.invalid(
          "query", "a text of at most %d characters in contains".formatted(LONGEST_TEXT));
    }
  }

  /** The texts, one of which the query of a review contains. */
  List<String> texts() {
    return scopes.stream().map(HistoryScopes::text).toList();
  }

  private static String text(Scope scope) {
    if (scope instanceof QueryScope query) {
      return QueryForm.searchedText(query.query());
    }
    throw Refused.invalid("@odata.type", "accessReviewQueryScope");
  }
}
