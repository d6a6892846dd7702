package accessreviews.history;

import static java.util.stream.Collectors.toUnmodifiableSet;

import accessreviews.decisions.report.ReportedItems;
import accessreviews.decisions.report.ReviewReport;
import accessreviews.history.files.ReportFiles;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;

/** Makes the file of a report. */
@ApplicationScoped
class HistoryReport {
  /** For how long a definition is found, and a file is kept. */
  static final Duration KEPT = Duration.ofDays(30);

  /**
   * Reviews in the period of a report (C13), which its creator could read. A review without an end
   * is as long as time.
   */
  private static final String REVIEWED =
      """
      f.scope_query ilike any(cast(:texts as text[]))
      and f.kind = any(cast(:kinds as text[]))
      and i.start_date_time >= :from
      and coalesce(i.end_date_time, timestamptz '9999-12-31 00:00:00+00') <= :until""";

  private final ReviewReport report;
  private final ReportFiles files;

  HistoryReport(ReviewReport report, ReportFiles files) {
    this.report = report;
    this.files = files;
  }

  /** Makes and keeps the file of {@code instance}, in one transaction with its lock. */
  void make(AccessReviewHistoryInstance instance) {
    var definition = instance.definition();
    files.write(instance.id(), definition.displayName(), out -> report.write(items(instance), out));
  }

  private static ReportedItems items(AccessReviewHistoryInstance instance) {
    var definition = instance.definition();
    return new ReportedItems(
        REVIEWED,
        Map.of(
            "texts",
            new HistoryScopes(definition.scopes())
                .texts().stream().map(HistoryReport::pattern).toArray(String[]::new),
            "kinds",
            definition.kinds().stream().map(Enum::name).toArray(String[]::new),
            "from",
            instance.periodStart().atOffset(ZoneOffset.UTC),
            "until",
            instance.periodEnd().atOffset(ZoneOffset.UTC)),
        definition.decisions().stream().map(HistoryDecision::result).collect(toUnmodifiableSet()));
  }

  /** Finds {@code text} anywhere, in any case, as lists of series do. */
  private static String pattern(String text) {
    return "%" + text.replaceAll("[\\\\%_]", "\\\\$0") + "%";
  }
}
