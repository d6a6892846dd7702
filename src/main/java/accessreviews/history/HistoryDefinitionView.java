package accessreviews.history;

import accessreviews.identity.UserIdentity;
import accessreviews.odata.ServiceRoot;
import accessreviews.scopes.Scope;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A definition of reports on the wire; its queries are as they were sent.
 *
 * @param context null inside a list, whose own context says it
 * @param ofBeta what only beta shows
 */
@Schema(name = "accessReviewHistoryDefinition")
public record HistoryDefinitionView(
    @JsonProperty("@odata.context") @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable String context,
    UUID id,
    String displayName,
    @Nullable Instant reviewHistoryPeriodStartDateTime,
    @Nullable Instant reviewHistoryPeriodEndDateTime,
    List<HistoryDecision> decisions,
    HistoryStatus status,
    Instant createdDateTime,
    UserIdentity createdBy,
    List<Scope> scopes,
    @Nullable HistoryScheduleSettings scheduleSettings,
    @JsonUnwrapped @Nullable OfBeta ofBeta) {
  static final String SET = "identityGovernance/accessReviews/historyDefinitions";

  /**
   * Deprecated members.
   *
   * @param downloadUri null: the instances have it
   */
  @RegisterForReflection
  public record OfBeta(@Nullable String downloadUri, @Nullable Instant fulfilledDateTime) {}

  static HistoryDefinitionView item(AccessReviewHistoryDefinition definition, ServiceRoot root) {
    return of(definition, root, null);
  }

  static HistoryDefinitionView entity(AccessReviewHistoryDefinition definition, ServiceRoot root) {
    return of(definition, root, root.context(SET + "/$entity"));
  }

  private static HistoryDefinitionView of(
      AccessReviewHistoryDefinition definition, ServiceRoot root, @Nullable String context) {
    var schedule = definition.scheduleSettings();
    return new HistoryDefinitionView(
        context,
        definition.id(),
        definition.displayName(),
        definition.periodStart(),
        definition.periodEnd(),
        definition.decisions(),
        definition.status(),
        definition.createdDateTime(),
        definition.createdBy(),
        definition.scopes(),
        schedule == null ? null : schedule.readBack(),
        root.isBeta() ? new OfBeta(null, definition.fulfilledDateTime()) : null);
  }
}
