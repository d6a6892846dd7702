package accessreviews.scopes;

import accessreviews.refusal.Refused;
import org.jspecify.annotations.Nullable;

/** The member {@code queryType} of scopes and reviewers: the language of the query. */
public final class QueryType {
  private static final String MICROSOFT_GRAPH = "MicrosoftGraph";

  private QueryType() {}

  /** The query type of JSON that may give it under {@code queryType}, {@code type}, or both. */
  public static String of(@Nullable String queryType, @Nullable String type) {
    return orDefault(queryType == null ? type : queryType);
  }

  /** {@code sent}, or its default; refuses query types other than {@code MicrosoftGraph}. */
  public static String orDefault(@Nullable String sent) {
    if (sent == null || sent.equalsIgnoreCase(MICROSOFT_GRAPH)) {
      return MICROSOFT_GRAPH;
    }
    throw Refused.invalid("queryType", MICROSOFT_GRAPH);
  }
}
