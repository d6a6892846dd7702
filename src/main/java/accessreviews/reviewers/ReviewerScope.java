package accessreviews.reviewers;

import accessreviews.odata.bodies.CleanText;
import accessreviews.odata.bodies.TextOfAtMost;
import accessreviews.refusal.Refused;
import accessreviews.scopes.GraphQuery;
import accessreviews.scopes.QueryForm;
import accessreviews.scopes.QueryType;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who reviews, Graph's {@code accessReviewReviewerScope}, as it was sent; refuses to be without a
 * query.
 */
@RegisterForReflection
public record ReviewerScope(String query, String queryType, @Nullable String queryRoot) {
  private static final String DECISIONS = "decisions";
  private static final String MANAGER = "./manager";
  private static final String INDIVIDUAL_USER = "/users/";

  public ReviewerScope {
    if (query == null || query.isBlank()) {
      throw Refused.missing("query", "a query for reviewers such as /users/{userId}");
    }
    queryType = QueryType.orDefault(queryType);
  }

  /** Reads the JSON form, in which {@code type} is another name of {@code queryType}. */
  @JsonCreator
  static ReviewerScope read(
      @JsonProperty("query") @TextOfAtMost(CleanText.LONGEST_QUERY) String query,
      @JsonProperty("queryType") @Nullable String queryType,
      @JsonProperty("type") @Nullable String type,
      @JsonProperty("queryRoot") @Nullable String queryRoot) {
    return new ReviewerScope(query, QueryType.of(queryType, type), queryRoot);
  }

  /**
   * Refuses queries that name no reviewers, and a {@code queryRoot} that does not fit the query.
   */
  void requireSupported() {
    QueryForm.require(QueryForm.REVIEWERS, query);
    if (queryRoot != null && !queryRoot.equals(DECISIONS)) {
      throw Refused.invalid("queryRoot", "null or '" + DECISIONS + "'");
    }
    if (queryRoot == null && isManager()) {
      throw Refused.missing("queryRoot", "'" + DECISIONS + "' for the query " + MANAGER);
    }
  }

  /** Refuses the first of {@code scopes} that names no reviewers; {@code member} holds them. */
  static void requireSupported(String member, List<ReviewerScope> scopes) {
    for (var i = 0; i < scopes.size(); i++) {
      try {
        scopes.get(i).requireSupported();
      } catch (Refused refused) {
        throw refused.under(member + "[" + i + "]");
      }
    }
  }

  /** The one spelling of the query: reviewers with the same are the same. */
  public String identity() {
    return new GraphQuery(query).canonical();
  }

  /** Whether this names one user, and not a group, owners or managers. */
  public boolean isIndividualUser() {
    return identity().startsWith(INDIVIDUAL_USER);
  }

  /** Whether this names the manager of each reviewed user. */
  public boolean isManager() {
    return identity().equals(MANAGER);
  }

  /** This reviewer as it is read back, with the service root in its query. */
  public ReviewerScope readBack() {
    return new ReviewerScope(new GraphQuery(query).rooted(), queryType, queryRoot);
  }
}
