package accessreviews.definitions.settings;

import accessreviews.odata.bodies.CleanText;
import accessreviews.odata.bodies.ODataTypeIdResolver;
import accessreviews.odata.bodies.TextOfAtMost;
import accessreviews.refusal.Refused;
import accessreviews.reviewers.ReviewerScope;
import accessreviews.scopes.GraphQuery;
import accessreviews.scopes.QueryForm;
import accessreviews.scopes.QueryType;
import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonTypeIdResolver;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.jspecify.annotations.Nullable;

/**
 * Additional recipients of a notification, Graph's {@code accessReviewNotificationRecipientItem}.
 *
 * @param notificationTemplateType the notification; only {@code CompletedAdditionalRecipients}
 *     exists
 */
@RegisterForReflection
public record NotificationRecipientItem(
    String notificationTemplateType, RecipientScope notificationRecipientScope) {
  private static final String COMPLETED = "CompletedAdditionalRecipients";

  public NotificationRecipientItem {
    if (!COMPLETED.equals(notificationTemplateType)) {
      throw Refused.invalid("notificationTemplateType", COMPLETED);
    }
    if (notificationRecipientScope == null) {
      throw Refused.missing("notificationRecipientScope", "the recipient of the notification");
    }
  }

  /** The canonical form of the recipients; items with the same recipients are equal. */
  public String identity() {
    return switch (notificationRecipientScope) {
      case RecipientQuery people -> new GraphQuery(people.query()).canonical();
    };
  }

  /** The recipients as the directory finds them: like reviewers. */
  public ReviewerScope asReviewers() {
    return switch (notificationRecipientScope) {
      case RecipientQuery people ->
          new ReviewerScope(people.query(), people.queryType(), people.queryRoot());
    };
  }

  /** The people, Graph's {@code accessReviewNotificationRecipientScope}; needs its type. */
  @JsonTypeInfo(use = JsonTypeInfo.Id.CUSTOM, property = "@odata.type")
  @JsonTypeIdResolver(ODataTypeIdResolver.class)
  @JsonSubTypes(
      @JsonSubTypes.Type(
          value = RecipientQuery.class,
          name = "accessReviewNotificationRecipientQueryScope"))
  public sealed interface RecipientScope {}

  /** The people that a query names; refuses queries other than for a user or a group's members. */
  @RegisterForReflection
  public record RecipientQuery(String query, String queryType, @Nullable String queryRoot)
      implements RecipientScope {
    public RecipientQuery {
      if (query == null || query.isBlank()) {
        throw Refused.missing("query", "/users/{userId} or /groups/{groupId}/members");
      }
      QueryForm.require(QueryForm.RECIPIENTS, query);
      queryType = QueryType.orDefault(queryType);
    }

    /** Reads the JSON form, in which {@code type} is another name of {@code queryType}. */
    @JsonCreator
    static RecipientQuery read(
        @JsonProperty("query") @TextOfAtMost(CleanText.LONGEST_QUERY) String query,
        @JsonProperty("queryType") @Nullable String queryType,
        @JsonProperty("type") @Nullable String type,
        @JsonProperty("queryRoot") @Nullable String queryRoot) {
      return new RecipientQuery(query, QueryType.of(queryType, type), queryRoot);
    }
  }
}
