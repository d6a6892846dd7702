package accessreviews.history;

import accessreviews.odata.bodies.Field;
import accessreviews.refusal.Refused;
import accessreviews.scopes.Scope;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The body of a request for reports. */
@RegisterForReflection
record HistoryRequest(
    Field<String> displayName,
    Field<Instant> reviewHistoryPeriodStartDateTime,
    Field<Instant> reviewHistoryPeriodEndDateTime,
    Field<List<Scope>> scopes,
    Field<List<HistoryDecision>> decisions,
    Field<HistoryScheduleSettings> scheduleSettings) {

  /**
   * Checked wishes for reports.
   *
   * @param periodStart null only with a schedule, like {@code periodEnd}
   * @param schedule null for one report
   */
  record Wanted(
      String displayName,
      @Nullable Instant periodStart,
      @Nullable Instant periodEnd,
      HistoryScopes scopes,
      List<HistoryDecision> decisions,
      @Nullable HistoryScheduleSettings schedule) {}

  /** What is wanted, with defaults; refuses what no report can be made of. */
  Wanted toCreate() {
    var name = displayName.orNull();
    if (name == null || name.isBlank()) {
      throw Refused.missing("displayName", "the name of the report");
    }
    var reviewed = new HistoryScopes(scopes.orElse(List.of()));
    reviewed.requireSupported();
    var schedule = scheduleSettings.orNull();
    var start = reviewHistoryPeriodStartDateTime.orNull();
    var end = reviewHistoryPeriodEndDateTime.orNull();
    if (schedule == null) {
      requirePeriod(start, end);
    }
    if (start != null && end != null && end.isBefore(start)) {
      throw Refused.invalid(
          "reviewHistoryPeriodEndDateTime",
          "an instant that is not before reviewHistoryPeriodStartDateTime");
    }
    var wanted = decisions.orElse(List.of()).stream().distinct().toList();
    return new Wanted(
        name,
        start,
        end,
        reviewed,
        wanted.isEmpty() ? List.of(HistoryDecision.values()) : wanted,
        schedule);
  }

  private static void requirePeriod(@Nullable Instant start, @Nullable Instant end) {
    if (start == null) {
      throw Refused.missing(
          "reviewHistoryPeriodStartDateTime", "reviews that start before it are not reported");
    }
    if (end == null) {
      throw Refused.missing(
          "reviewHistoryPeriodEndDateTime", "reviews that end after it are not reported");
    }
  }
}
