package accessreviews.directory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the directory answers: rows of this database, to be read or inserted by the statement that
 * they become part of, so that a million of them never pass through the service. An adapter whose
 * directory is elsewhere copies its rows into a table of its own, and answers the query of that.
 *
 * @param sql a query without parameters that are not in {@code parameters}
 * @param parameters by name; their names begin with {@code directory}, so that they don't meet
 *     those of the statement around it
 */
public record Answer(String sql, Map<String, Object> parameters) {
  private static final Pattern PARAMETER = Pattern.compile(":(directory\\w*)");

  public Answer {
    parameters = Map.copyOf(parameters);
  }

  /** The rows of several answers that have the same columns. */
  public static Answer all(List<Answer> answers) {
    var sql = new ArrayList<String>();
    var parameters = new HashMap<String, Object>();
    for (var answer : answers) {
      var numbered = answer.numbered(sql.size());
      sql.add(numbered.sql());
      parameters.putAll(numbered.parameters());
    }
    return new Answer(String.join("\nunion all\n", sql), parameters);
  }

  /** The same with the value of a further parameter. */
  public Answer with(String parameter, Object value) {
    var all = new HashMap<>(parameters);
    all.put(parameter, value);
    return new Answer(sql, all);
  }

  /** The same with {@code number} after each parameter, beside other answers in one statement. */
  public Answer numbered(int number) {
    return new Answer(
        PARAMETER.matcher(sql).replaceAll(":$1" + number),
        parameters.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    entry -> entry.getKey() + number, Map.Entry::getValue)));
  }
}
