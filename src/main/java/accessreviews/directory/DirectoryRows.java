package accessreviews.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Rows of the directory as SQL. The query becomes part of a larger statement, so that a million
 * rows never pass through the service. An adapter for another directory copies its rows into a
 * table and returns the query of that.
 *
 * @param sql a query; all of its parameters are in {@code parameters}
 * @param parameters by name; the names begin with {@code directory}, so that they differ from those
 *     of the statement around it
 */
public record DirectoryRows(String sql, Map<String, Object> parameters) {
  private static final Pattern PARAMETER = Pattern.compile(":(directory\\w*)");

  public DirectoryRows {
    parameters = Map.copyOf(parameters);
  }

  /** The rows of several answers with the same columns. */
  public static DirectoryRows all(List<DirectoryRows> answers) {
    var sql = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    for (var answer : answers) {
      var numbered = answer.numbered(sql.size());
      sql.add(numbered.sql());
      parameters.putAll(numbered.parameters());
    }
    return new DirectoryRows(String.join("\nunion all\n", sql), parameters);
  }

  /** The same query with a value for one more of its parameters. */
  public DirectoryRows with(String parameter, Object value) {
    var all = new HashMap<>(parameters);
    all.put(parameter, value);
    return new DirectoryRows(sql, all);
  }

  /**
   * The same query with {@code number} after each parameter, for several answers in one statement.
   */
  public DirectoryRows numbered(int number) {
    return new DirectoryRows(
        PARAMETER.matcher(sql).replaceAll(":$1" + number),
        parameters.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> entry.getKey() + number, Map.Entry::getValue)));
  }
}
