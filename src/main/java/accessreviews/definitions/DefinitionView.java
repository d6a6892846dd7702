package accessreviews.definitions;

import accessreviews.definitions.settings.NotificationRecipientItem;
import accessreviews.definitions.settings.ScheduleSettings;
import accessreviews.definitions.settings.StagePlan;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A series on the wire.
 *
 * @param context null inside a list, which has its own context
 * @param etag null in the answer to a creation, because the series may change at once
 * @param backupReviewers the old name of {@code fallbackReviewers}, which only beta still shows
 */
@Schema(name = "accessReviewScheduleDefinition")
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

  /** The series as one of a list. */
  static DefinitionView item(AccessReviewScheduleDefinition definition, ServiceRoot root) {
    return readBack(definition, root, null);
  }

  /** The series as the answer to a read of itself. */
  static DefinitionView entity(AccessReviewScheduleDefinition definition, ServiceRoot root) {
    return readBack(definition, root, root.context(SET + "/$entity"));
  }

  /** The series as the answer to its creation, with the queries as sent. */
  static DefinitionView created(AccessReviewScheduleDefinition definition, ServiceRoot root) {
    return of(
        definition,
        root,
        root.context(SET + "/$entity"),
        null,
        definition.scope(),
        definition.instanceEnumerationScope(),
        definition.reviewers(),
        definition.fallbackReviewers(),
        definition.settings(),
        definition.stageSettings());
  }

  /** The series as answers show it: queries with service root, and all defaults. */
  private static DefinitionView readBack(
      AccessReviewScheduleDefinition definition, ServiceRoot root, @Nullable String context) {
    return of(
        definition,
        root,
        context,
        IfMatch.etag(definition.version()),
        definition.scope().readBack(),
        definition.enumeration().map(Scope::readBack).orElse(null),
        definition.reviewers().readBack(),
        definition.fallbackReviewers().readBack(),
        definition.settings().readBack(),
        definition.stageSettings().readBack());
  }

  private static DefinitionView of(
      AccessReviewScheduleDefinition definition,
      ServiceRoot root,
      @Nullable String context,
      @Nullable String etag,
      Scope scope,
      @Nullable Scope instanceEnumerationScope,
      Reviewers reviewers,
      FallbackReviewers fallbackReviewers,
      ScheduleSettings settings,
      StagePlan stageSettings) {
    return new DefinitionView(
        context,
        etag,
        definition.id(),
        definition.displayName(),
        definition.createdDateTime(),
        definition.lastModifiedDateTime(),
        definition.status(),
        definition.descriptionForAdmins(),
        definition.descriptionForReviewers(),
        definition.createdBy(),
        scope,
        instanceEnumerationScope,
        reviewers,
        fallbackReviewers,
        root.isBeta() ? fallbackReviewers : null,
        settings,
        stageSettings,
        definition.additionalNotificationRecipients());
  }
}
