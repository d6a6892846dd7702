package accessreviews.decisions.report;

import accessreviews.platform.persistence.BulkStatement;
import accessreviews.platform.persistence.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import org.hibernate.Session;

/**
 * Graph's history report: 34 columns for each item and stage (observed.md, "History report,
 * completed"). The same rows give the same bytes. Rows are read by a cursor, so a report of any
 * length takes the same memory.
 */
@ApplicationScoped
public class ReviewReport {
  /** The columns, in their order. */
  public static final List<String> COLUMNS =
      List.of(
          "AccessReviewId",
          "AccessReviewSeriesId",
          "ReviewType",
          "ResourceDisplayName",
          "ResourceId",
          "ReviewName",
          "CreatedDateTime",
          "ReviewStartDate",
          "ReviewEndDate",
          "ReviewStatus",
          "OwnerId",
          "OwnerName",
          "OwnerUPN",
          "PrincipalId",
          "PrincipalName",
          "PrincipalUPN",
          "PrincipalType",
          "ReviewDate",
          "ReviewResult",
          "Justification",
          "ReviewerId",
          "ReviewerName",
          "ReviewerUPN",
          "ReviewerEmailAddress",
          "AppliedByName",
          "AppliedByUPN",
          "AppliedByEmailAddress",
          "AppliedDate",
          "AccessRecommendation",
          "SubmissionResult",
          "Stage",
          "TotalStages",
          "LastMultiStageDecision",
          "LastSignInDate");

  private static final Sql ROWS = Sql.file("decisions/report/report");
  private static final int FETCHED = 1_000;

  private final Session database;

  ReviewReport(Session database) {
    this.database = database;
  }

  /**
   * Writes the report about {@code items} to {@code out}, which stays open. Needs a transaction,
   * and holds its connection until the last row is written. Returns the number of rows.
   */
  public long write(ReportedItems items, OutputStream out) {
    database.createNativeMutationQuery(BulkStatement.SETTINGS).executeUpdate();
    try (var csv = begin(out)) {
      return append(items, csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Begins a report of several parts on {@code out}. */
  public ReportCsv begin(OutputStream out) throws IOException {
    return new ReportCsv(out, COLUMNS);
  }

  /** Adds the rows of {@code items} to a report. Needs a transaction. */
  public long append(ReportedItems items, ReportCsv csv) {
    return database.doReturningWork(
        connection -> {
          try {
            return append(items, csv, connection);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static long append(ReportedItems items, ReportCsv csv, Connection connection)
      throws SQLException, IOException {
    var values = new HashMap<>(items.parameters());
    values.put("results", items.results().stream().map(ReviewResult::label).toArray(String[]::new));
    try (var statement = ROWS.filled(items.condition()).prepare(connection, values)) {
      statement.setFetchSize(FETCHED);
      try (var rows = statement.executeQuery()) {
        var written = 0L;
        while (rows.next()) {
          csv.row(cells(rows));
          written++;
        }
        csv.flush();
        return written;
      }
    }
  }

  private static List<String> cells(ResultSet row) throws SQLException {
    var cells = new ArrayList<String>(COLUMNS.size());
    for (var i = 1; i <= COLUMNS.size(); i++) {
      cells.add(row.getString(i));
    }
    return cells;
  }
}
