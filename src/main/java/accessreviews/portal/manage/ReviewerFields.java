package accessreviews.portal.manage;

import accessreviews.odata.bodies.JsonBody;
import accessreviews.portal.manage.InstancePage.Input;
import accessreviews.reviewers.ReviewerScope;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The fields of a form for reviewers, and the body that a client would send for them. */
@ApplicationScoped
class ReviewerFields {
  private static final int EMPTY = 3;
  private static final String MANAGER = "./manager";
  private static final String TYPE = "MicrosoftGraph";

  private final ObjectMapper json;

  ReviewerFields(ObjectMapper json) {
    this.json = json;
  }

  /** A field for each of {@code scopes}, and some empty ones; {@code label} takes a number. */
  static List<Input> of(
      List<ReviewerScope> scopes, ManageLanguage language, Function<String, String> label) {
    return IntStream.range(0, scopes.size() + EMPTY)
        .mapToObj(
            at ->
                new Input(
                    label.apply(language.number(at + 1L)),
                    at < scopes.size() ? scopes.get(at).query() : ""))
        .toList();
  }

  /**
   * The update of an instance whose {@code member} gets what was typed. What was there before stays
   * as it was sent then.
   */
  JsonBody body(String member, List<String> typed, List<ReviewerScope> before) {
    var body = json.createObjectNode();
    body.putObject("scope").put("@odata.type", "#microsoft.graph.accessReviewScope");
    var reviewers = body.putArray(member);
    typed.stream()
        .map(String::strip)
        .filter(query -> !query.isEmpty())
        .forEach(
            query -> {
              var known = before.stream().filter(scope -> scope.query().equals(query)).findFirst();
              var reviewer = reviewers.addObject().put("query", query);
              reviewer.put("queryType", known.map(ReviewerScope::queryType).orElse(TYPE));
              reviewer.put(
                  "queryRoot",
                  known
                      .map(ReviewerScope::queryRoot)
                      .orElse(query.equals(MANAGER) ? "decisions" : null));
            });
    return JsonBody.of(json, body);
  }
}
