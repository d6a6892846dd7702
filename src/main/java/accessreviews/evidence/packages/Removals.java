package accessreviews.evidence.packages;

import accessreviews.decisions.report.ReportCsv;
import accessreviews.platform.persistence.Sql;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** {@code removals.csv}: each denied access, and what became of it. */
final class Removals {
  private static final List<String> COLUMNS =
      List.of(
          "ItemId",
          "PrincipalId",
          "PrincipalName",
          "PrincipalUPN",
          "ResourceId",
          "ResourceName",
          "Decision",
          "Result",
          "Description",
          "At",
          "ActorId",
          "ActorName",
          "ConfirmedAt");

  private static final Sql ROWS = Sql.file("evidence/packages/removals");

  private Removals() {}

  static void write(UUID instance, Connection connection, OutputStream out)
      throws SQLException, IOException {
    try (var csv = new ReportCsv(out, COLUMNS);
        var statement = ROWS.prepare(connection, Map.of("instance", instance))) {
      statement.setFetchSize(PackageFiles.FETCHED);
      try (var rows = statement.executeQuery()) {
        while (rows.next()) {
          var row = new ArrayList<String>(COLUMNS.size());
          for (var column = 1; column <= COLUMNS.size(); column++) {
            row.add(Objects.requireNonNullElse(rows.getString(column), ""));
          }
          csv.row(row);
        }
      }
    }
  }
}
