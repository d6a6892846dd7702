package accessreviews.definitions;

import accessreviews.identity.UserIdentity;
import accessreviews.odata.IfMatch;
import accessreviews.odata.ServiceRoot;
import accessreviews.reviewers.FallbackReviewers;
import accessreviews.reviewers.Reviewers;
import accessreviews.scopes.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A series on the wire.
 *
 * @param context null inside a list, whose own context says it
 * @param etag null in the answer to a creation: the series may start, and change, at once
 * @param backupReviewers the old name of {@code fallbackReviewers}, which only beta still shows
 */
public record DefinitionView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    @JsonProperty("@odata.etag") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String etag,
    UUID id,
    @Nullable String displayName,
    Instant createdDateTime,
    Instant lastModifiedDateTime,
    ReviewStatus status,
    @Nullable String descriptionForAdmins,
    @Nullable String descriptionForReviewers,
    UserIdentity createdBy,
    Scope scope,
    @Nullable Scope instanceEnumerationScope,
    Reviewers reviewers,
    FallbackReviewers fallbackReviewers,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable FallbackReviewers backupReviewers,
    ScheduleSettings settings,
    StagePlan stageSettings,
    List<NotificationRecipientItem> additionalNotificationRecipients) {
  static final String SET = "identityGovernance/accessReviews/definitions";

  /** The series as a read shows it: queries with service root, everything filled in. */
  static DefinitionView item(AccessReviewScheduleDefinition definition, ServiceRoot root) {
    return of(definition, root, null);
  }

  /** The series as the answer to a read of itself. */
  static DefinitionView entity(AccessReviewScheduleDefinition definition, ServiceRoot root) {
    return of(definition, root, root.context(SET + "/$entity"));
  }

  /** The series as the answer to its creation: queries as they were sent. */
  static DefinitionView created(AccessReviewScheduleDefinition definition, ServiceRoot root) {
    return new DefinitionView(
        root.context(SET + "/$entity"),
        null,
        definition.id(),
        definition.displayName(),
        definition.createdDateTime(),
        definition.lastModifiedDateTime(),
        definition.status(),
        definition.descriptionForAdmins(),
        definition.descriptionForReviewers(),
        definition.createdBy(),
        definition.scope(),
        definition.instanceEnumerationScope(),
        definition.reviewers(),
        definition.fallbackReviewers(),
        root.isBeta() ? definition.fallbackReviewers() : null,
        definition.settings(),
        definition.stageSettings(),
        definition.additionalNotificationRecipients());
  }

  private static DefinitionView of(
      AccessReviewScheduleDefinition definition, ServiceRoot root, @Nullable String context) {
    var fallback = definition.fallbackReviewers().readBack();
    return new DefinitionView(
        context,
        IfMatch.etag(definition.version()),
        definition.id(),
        definition.displayName(),
        definition.createdDateTime(),
        definition.lastModifiedDateTime(),
        definition.status(),
        definition.descriptionForAdmins(),
        definition.descriptionForReviewers(),
        definition.createdBy(),
        definition.scope().readBack(),
        definition.enumeration().map(Scope::readBack).orElse(null),
        definition.reviewers().readBack(),
        fallback,
        root.isBeta() ? fallback : null,
        definition.settings().readBack(),
        definition.stageSettings().readBack(),
        definition.additionalNotificationRecipients());
  }
}
