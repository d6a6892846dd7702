package accessreviews.evidence.packages;

import accessreviews.evidence.packages.Report.Bar;
import accessreviews.evidence.packages.Report.Chart;
import accessreviews.platform.persistence.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The charts of a report. */
final class Charts {
  private static final int DAYS = 60;
  private static final int WIDEST = 400;
  private static final int BAR = 24;

  private static final Sql FIGURES = Sql.file("evidence/packages/figures");

  private static final List<List<String>> DECISIONS =
      List.of(
          List.of("Approve", "Approved"),
          List.of("Deny", "Denied"),
          List.of("DontKnow", "Don't know"),
          List.of("NotReviewed", "Not reviewed"));

  private static final List<List<String>> DENIED =
      List.of(
          List.of("CONFIRMED", "Confirmed gone"),
          List.of("REPORTED", "Reported, not confirmed"),
          List.of("OPEN", "Nothing reported"));

  private final Map<String, Object> about;
  private final Connection connection;

  Charts(Map<String, Object> about, Connection connection) {
    this.about = about;
    this.connection = connection;
  }

  List<Chart> all() throws SQLException {
    var figures = new HashMap<String, Map<String, Long>>();
    var values = new HashMap<String, Object>(about);
    values.put("days", DAYS);
    try (var statement = FIGURES.prepare(connection, values);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        figures
            .computeIfAbsent(rows.getString("chart"), first -> new LinkedHashMap<>())
            .put(rows.getString("label"), rows.getLong("items"));
      }
    }
    var days = figures.getOrDefault("DAY", Map.of());
    return List.of(
        chart("Items by decision", figures.getOrDefault("DECISION", Map.of()), DECISIONS),
        chart("Denied access", figures.getOrDefault("DENIED", Map.of()), DENIED),
        chart(
            "Recorded decisions by day, the first %d days".formatted(DAYS),
            days,
            days.keySet().stream().map(day -> List.of(day, day)).toList()));
  }

  private static Chart chart(String title, Map<String, Long> figures, List<List<String>> labels) {
    var most = figures.values().stream().mapToLong(Long::longValue).max().orElse(0);
    var bars = new ArrayList<Bar>();
    if (most > 0) {
      for (var label : labels) {
        long items = figures.getOrDefault(label.getFirst(), 0L);
        bars.add(new Bar(label.getLast(), items, bars.size() * BAR, items * WIDEST / most));
      }
    }
    return new Chart(title, bars);
  }
}
