package accessreviews.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** SQL with named parameters, sent as it is: what the database alone takes for it. */
public record NamedSql(String sql, List<String> names) {
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-zA-Z]\\w*)");

  public static NamedSql of(String named) {
    var names = new ArrayList<String>();
    var sql =
        PARAMETER
            .matcher(named)
            .replaceAll(
                match -> {
                  names.add(match.group(1));
                  return "?";
                });
    return new NamedSql(sql, List.copyOf(names));
  }

  /** Executes it, and reads all that it finds; answers how many rows it found or changed. */
  public int run(Connection connection, Map<String, Object> parameters) throws SQLException {
    try (var statement = connection.prepareStatement(sql)) {
      for (var i = 0; i < names.size(); i++) {
        statement.setObject(i + 1, parameters.get(names.get(i)));
      }
      if (!statement.execute()) {
        return statement.getUpdateCount();
      }
      try (var found = statement.getResultSet()) {
        var rows = 0;
        while (found.next()) {
          for (var column = 1; column <= found.getMetaData().getColumnCount(); column++) {
            found.getObject(column);
          }
          rows++;
        }
        return rows;
      }
    }
  }
}
