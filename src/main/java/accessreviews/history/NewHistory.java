package accessreviews.history;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checked wishes for reports.
 *
 * @param periodStart null only with a schedule, like {@code periodEnd}
 * @param schedule null for one report
 */
record NewHistory(
    String displayName,
    @Nullable Instant periodStart,
    @Nullable Instant periodEnd,
    HistoryScopes scopes,
    List<HistoryDecision> decisions,
    @Nullable HistoryScheduleSettings schedule) {}
