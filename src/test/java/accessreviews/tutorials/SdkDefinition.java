package accessreviews.tutorials;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.graph.models.AccessReviewApplyAction;
import com.microsoft.graph.models.AccessReviewInactiveUsersQueryScope;
import com.microsoft.graph.models.AccessReviewQueryScope;
import com.microsoft.graph.models.AccessReviewReviewerScope;
import com.microsoft.graph.models.AccessReviewScheduleDefinition;
import com.microsoft.graph.models.AccessReviewScheduleSettings;
import com.microsoft.graph.models.AccessReviewScope;
import com.microsoft.graph.models.AccessReviewStageSettings;
import com.microsoft.graph.models.DayOfWeek;
import com.microsoft.graph.models.DisableAndDeleteUserApplyAction;
import com.microsoft.graph.models.PatternedRecurrence;
import com.microsoft.graph.models.PrincipalResourceMembershipsScope;
import com.microsoft.graph.models.RecurrencePattern;
import com.microsoft.graph.models.RecurrencePatternType;
import com.microsoft.graph.models.RecurrenceRange;
import com.microsoft.graph.models.RecurrenceRangeType;
import com.microsoft.graph.models.RemoveAccessApplyAction;
import com.microsoft.graph.models.WeekIndex;
import com.microsoft.kiota.PeriodAndDuration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.NullUnmarked;

/**
 * The bodies of the tutorials as the SDK's users write them: setter by setter, as its own examples
 * do. (A model that the SDK has read from JSON sends nothing, as nothing of it has changed.) A
 * member that is not known here is an error, so that nothing of a body gets lost.
 */
@NullUnmarked
final class SdkDefinition {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String TYPE = "@odata.type";

  private SdkDefinition() {}

  static AccessReviewScheduleDefinition of(String body) {
    try {
      return definition(JSON.readTree(body));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(body, e);
    }
  }

  private static AccessReviewScheduleDefinition definition(JsonNode json) {
    var model = new AccessReviewScheduleDefinition();
    set(
        json,
        Map.of(
            "displayName", value -> model.setDisplayName(text(value)),
            "descriptionForAdmins", value -> model.setDescriptionForAdmins(text(value)),
            "descriptionForReviewers", value -> model.setDescriptionForReviewers(text(value)),
            "scope", value -> model.setScope(scope(value)),
            "instanceEnumerationScope", value -> model.setInstanceEnumerationScope(scope(value)),
            "reviewers", value -> model.setReviewers(list(value, SdkDefinition::reviewer)),
            "fallbackReviewers",
                value -> model.setFallbackReviewers(list(value, SdkDefinition::reviewer)),
            "stageSettings", value -> model.setStageSettings(list(value, SdkDefinition::stage)),
            "settings", value -> model.setSettings(settings(value))));
    return model;
  }

  private static AccessReviewScope scope(JsonNode json) {
    return switch (json.path(TYPE).asText("#microsoft.graph.accessReviewQueryScope")) {
      case "#microsoft.graph.accessReviewQueryScope" ->
          queryScope(json, new AccessReviewQueryScope(), Map.of());
      case "#microsoft.graph.accessReviewInactiveUsersQueryScope" -> {
        var model = new AccessReviewInactiveUsersQueryScope();
        yield queryScope(
            json,
            model,
            Map.of("inactiveDuration", value -> model.setInactiveDuration(duration(value))));
      }
      case "#microsoft.graph.principalResourceMembershipsScope" -> {
        var model = new PrincipalResourceMembershipsScope();
        set(
            json,
            Map.of(
                "principalScopes",
                value -> model.setPrincipalScopes(list(value, SdkDefinition::scope)),
                "resourceScopes",
                value -> model.setResourceScopes(list(value, SdkDefinition::scope))));
        yield model;
      }
      default -> throw new IllegalArgumentException(json.toString());
    };
  }

  private static AccessReviewQueryScope queryScope(
      JsonNode json, AccessReviewQueryScope model, Map<String, Consumer<JsonNode>> further) {
    var setters = new HashMap<>(further);
    setters.put("query", value -> model.setQuery(text(value)));
    setters.put("queryType", value -> model.setQueryType(text(value)));
    setters.put("queryRoot", value -> model.setQueryRoot(text(value)));
    set(json, setters);
    return model;
  }

  private static AccessReviewReviewerScope reviewer(JsonNode json) {
    var model = new AccessReviewReviewerScope();
    set(
        json,
        Map.of(
            "query", value -> model.setQuery(text(value)),
            "queryType", value -> model.setQueryType(text(value)),
            "queryRoot", value -> model.setQueryRoot(text(value))));
    return model;
  }

  private static AccessReviewStageSettings stage(JsonNode json) {
    var model = new AccessReviewStageSettings();
    set(
        json,
        Map.of(
            "stageId", value -> model.setStageId(text(value)),
            "dependsOn", value -> model.setDependsOn(list(value, SdkDefinition::text)),
            "durationInDays", value -> model.setDurationInDays(value.intValue()),
            "recommendationsEnabled",
                value -> model.setRecommendationsEnabled(value.booleanValue()),
            "decisionsThatWillMoveToNextStage",
                value ->
                    model.setDecisionsThatWillMoveToNextStage(list(value, SdkDefinition::text)),
            "reviewers", value -> model.setReviewers(list(value, SdkDefinition::reviewer)),
            "fallbackReviewers",
                value -> model.setFallbackReviewers(list(value, SdkDefinition::reviewer))));
    return model;
  }

  private static AccessReviewScheduleSettings settings(JsonNode json) {
    var model = new AccessReviewScheduleSettings();
    set(
        json,
        Map.ofEntries(
            entry(
                "mailNotificationsEnabled",
                value -> model.setMailNotificationsEnabled(value.booleanValue())),
            entry(
                "reminderNotificationsEnabled",
                value -> model.setReminderNotificationsEnabled(value.booleanValue())),
            entry(
                "justificationRequiredOnApproval",
                value -> model.setJustificationRequiredOnApproval(value.booleanValue())),
            entry(
                "defaultDecisionEnabled",
                value -> model.setDefaultDecisionEnabled(value.booleanValue())),
            entry("defaultDecision", value -> model.setDefaultDecision(text(value))),
            entry(
                "instanceDurationInDays",
                value -> model.setInstanceDurationInDays(value.intValue())),
            entry(
                "autoApplyDecisionsEnabled",
                value -> model.setAutoApplyDecisionsEnabled(value.booleanValue())),
            entry(
                "recommendationsEnabled",
                value -> model.setRecommendationsEnabled(value.booleanValue())),
            entry(
                "recommendationLookBackDuration",
                value -> model.setRecommendationLookBackDuration(duration(value))),
            entry(
                "decisionHistoriesForReviewersEnabled",
                value -> model.setDecisionHistoriesForReviewersEnabled(value.booleanValue())),
            entry("recurrence", value -> model.setRecurrence(recurrence(value))),
            entry(
                "applyActions",
                value -> model.setApplyActions(list(value, SdkDefinition::applyAction)))));
    return model;
  }

  private static AccessReviewApplyAction applyAction(JsonNode json) {
    return json.get(TYPE).textValue().endsWith(".removeAccessApplyAction")
        ? new RemoveAccessApplyAction()
        : new DisableAndDeleteUserApplyAction();
  }

  private static PatternedRecurrence recurrence(JsonNode json) {
    var model = new PatternedRecurrence();
    set(
        json,
        Map.of(
            "pattern", value -> model.setPattern(value.isNull() ? null : pattern(value)),
            "range", value -> model.setRange(range(value))));
    return model;
  }

  private static RecurrencePattern pattern(JsonNode json) {
    var model = new RecurrencePattern();
    set(
        json,
        Map.of(
            "type", value -> model.setType(RecurrencePatternType.forValue(text(value))),
            "interval", value -> model.setInterval(value.intValue()),
            "month", value -> model.setMonth(value.intValue()),
            "dayOfMonth", value -> model.setDayOfMonth(value.intValue()),
            "daysOfWeek",
                value -> model.setDaysOfWeek(list(value, day -> DayOfWeek.forValue(text(day)))),
            "firstDayOfWeek", value -> model.setFirstDayOfWeek(DayOfWeek.forValue(text(value))),
            "index", value -> model.setIndex(WeekIndex.forValue(text(value)))));
    return model;
  }

  /** The SDK sends days only, also where a tutorial sends a time with them. */
  private static RecurrenceRange range(JsonNode json) {
    var model = new RecurrenceRange();
    set(
        json,
        Map.of(
            "type", value -> model.setType(RecurrenceRangeType.forValue(text(value))),
            "numberOfOccurrences", value -> model.setNumberOfOccurrences(value.intValue()),
            "recurrenceTimeZone", value -> model.setRecurrenceTimeZone(text(value)),
            "startDate", value -> model.setStartDate(day(value)),
            "endDate", value -> model.setEndDate(day(value))));
    return model;
  }

  private static LocalDate day(JsonNode json) {
    return LocalDate.parse(text(json).substring(0, "2026-01-05".length()));
  }

  private static PeriodAndDuration duration(JsonNode json) {
    return PeriodAndDuration.parse(text(json));
  }

  private static String text(JsonNode json) {
    return json.textValue();
  }

  private static <T> List<T> list(JsonNode json, Function<JsonNode, T> element) {
    return StreamSupport.stream(json.spliterator(), false).map(element).toList();
  }

  /** The type of a model is set already, by its constructor. */
  private static void set(JsonNode json, Map<String, Consumer<JsonNode>> setters) {
    json.properties().stream()
        .filter(member -> !member.getKey().equals(TYPE))
        .forEach(
            member ->
                Objects.requireNonNull(setters.get(member.getKey()), member.getKey())
                    .accept(member.getValue()));
  }
}
