package accessreviews.definitions.settings;

import accessreviews.recurrence.PatternedRecurrence;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.threeten.extra.PeriodDuration;

/**
 * How the instances of a series run, Graph's {@code accessReviewScheduleSettings}, with its
 * documented defaults.
 *
 * @param instanceDurationInDays the days that an instance is open. With stages, the sum of the
 *     stages counts instead. With 0, the recurrence determines the end
 * @param recommendationLookBackDuration ISO 8601, 30 days when null
 * @param recurrence null for a review that happens once
 */
@RegisterForReflection
public record ScheduleSettings(
    boolean mailNotificationsEnabled,
    boolean reminderNotificationsEnabled,
    boolean justificationRequiredOnApproval,
    boolean defaultDecisionEnabled,
    DefaultDecision defaultDecision,
    int instanceDurationInDays,
    boolean autoApplyDecisionsEnabled,
    boolean recommendationsEnabled,
    @Nullable PeriodDuration recommendationLookBackDuration,
    boolean decisionHistoriesForReviewersEnabled,
    @Nullable PatternedRecurrence recurrence,
    List<ApplyAction> applyActions,
    List<RecommendationInsightSetting> recommendationInsightSettings) {
  private static final int LONGEST = 3650;

  public ScheduleSettings {
    if (instanceDurationInDays < 0 || instanceDurationInDays > LONGEST) {
      throw Refused.invalid("instanceDurationInDays", "a number of days from 0 to " + LONGEST);
    }
    defaultDecision = defaultDecision == null ? DefaultDecision.None : defaultDecision;
    applyActions = applyActions == null ? List.of() : List.copyOf(applyActions);
    recommendationInsightSettings =
        recommendationInsightSettings == null
            ? List.of()
            : List.copyOf(recommendationInsightSettings);
  }

  /** Whether the review happens more than once. */
  public boolean isRecurring() {
    return recurrence != null && recurrence.pattern() != null;
  }

  /** Whether unanswered items are decided at the end. */
  public boolean decidesByDefault() {
    return defaultDecisionEnabled && defaultDecision != DefaultDecision.None;
  }

  /** Whether denied guests are blocked and deleted, instead of losing the access only. */
  public boolean deletesGuests() {
    return applyActions.stream().anyMatch(ApplyAction.DisableAndDeleteUser.class::isInstance);
  }

  /** The settings as answers show them, with the default apply action. */
  public ScheduleSettings readBack() {
    return new ScheduleSettings(
        mailNotificationsEnabled,
        reminderNotificationsEnabled,
        justificationRequiredOnApproval,
        defaultDecisionEnabled,
        defaultDecision,
        instanceDurationInDays,
        autoApplyDecisionsEnabled,
        recommendationsEnabled,
        recommendationLookBackDuration,
        decisionHistoriesForReviewersEnabled,
        recurrence == null ? null : recurrence.readBack(),
        applyActions.isEmpty() ? List.of(new ApplyAction.RemoveAccess()) : applyActions,
        recommendationInsightSettings);
  }
}
