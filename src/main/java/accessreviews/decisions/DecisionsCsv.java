package accessreviews.decisions;

import accessreviews.decisions.report.Downloads;
import accessreviews.decisions.report.ReportedItems;
import accessreviews.decisions.report.ReviewReport;
import accessreviews.odata.reads.ODataRequest;
import accessreviews.odata.reads.Reads;
import accessreviews.odata.reads.ServedCollection;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A list of decisions as CSV with the columns of the history report. It is read page by page, so a
 * slow reader holds nothing of the database.
 */
@ApplicationScoped
class DecisionsCsv {
  private static final int PAGE = 1_000;

  private final Reads reads;
  private final ReviewReport report;
  private final Downloads downloads;

  DecisionsCsv(Reads reads, ReviewReport report, Downloads downloads) {
    this.reads = reads;
    this.report = report;
    this.downloads = downloads;
  }

  /** Sends the rows that {@code reported} makes of the items of {@code list}. */
  void send(
      ServedCollection<?> list,
      ODataRequest request,
      Function<List<UUID>, ReportedItems> reported,
      OutputStream out)
      throws IOException {
    downloads.send(to -> write(list, request, reported, to), out);
  }

  private void write(
      ServedCollection<?> list,
      ODataRequest request,
      Function<List<UUID>, ReportedItems> reported,
      OutputStream out)
      throws IOException {
    var page = new ByteArrayOutputStream();
    try (var csv = report.begin(page)) {
      @Nullable UUID last = null;
      List<UUID> items;
      do {
        var after = last;
        items =
            QuarkusTransaction.requiringNew()
                .call(
                    () -> {
                      var next = reads.ids(list.type(), list.visible(), request, after, PAGE);
                      report.append(reported.apply(next), csv);
                      return next;
                    });
        page.writeTo(out);
        page.reset();
        last = items.isEmpty() ? null : items.getLast();
      } while (items.size() == PAGE);
    }
    page.writeTo(out);
  }
}
