package accessreviews.platform.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * SQL from a file below {@code src/main/resources/sql}, with named parameters and at most one hole
 * for SQL that the code composes (docs/adr/0016).
 */
public final class Sql {
  private static final Pattern HOLE = Pattern.compile("(?m)^-- Hole :(\\w+), for example .*$");
  private static final Pattern COMMENT = Pattern.compile("(?m)^\\h*+--.*\\R");

  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]\\w*)");

  /** The texts around the hole; a single one if there is no hole. */
  private final List<String> parts;

  private final @Nullable String hole;

  private Sql(List<String> parts, @Nullable String hole) {
    this.parts = parts;
    this.hole = hole;
  }

  /** Reads the file {@code name}, such as {@code "life/hold-instances"}; refuses a missing one. */
  public static Sql file(String name) {
    var path = "/sql/" + name + ".sql";
    try (var file = Sql.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalArgumentException("There is no " + path);
      }
      return of(new String(file.readAllBytes(), UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Takes {@code sql} from a file: comments and the last semicolon are not sent. */
  static Sql of(String sql) {
    var hole = HOLE.matcher(sql);
    var name = hole.find() ? hole.group(1) : null;
    var text = COMMENT.matcher(sql).replaceAll("").strip();
    var sent = text.endsWith(";") ? text.substring(0, text.length() - 1) : text;
    return name == null
        ? new Sql(List.of(sent), null)
        : new Sql(List.of(Pattern.compile("(?<!:):" + name + "\\b").split(sent, -1)), name);
  }

  /** Puts {@code sql} in the hole. It consists of constants of the code, never of input. */
  public Sql filled(String sql) {
    if (hole == null) {
      throw new IllegalStateException("No hole in: " + text());
    }
    return new Sql(List.of(String.join(sql, parts)), null);
  }

  /**
   * Prepares the statement on a JDBC connection and sets each parameter to its value in {@code
   * values}. Values without a parameter are ignored; refuses a parameter without a value.
   */
  public PreparedStatement prepare(Connection connection, Map<String, ?> values)
      throws SQLException {
    var names = new ArrayList<String>();
    var sql =
        PARAMETER
            .matcher(text())
            .replaceAll(
                found -> {
                  names.add(found.group(1));
                  return "?";
                });
    var statement = connection.prepareStatement(sql);
    for (var i = 0; i < names.size(); i++) {
      statement.setObject(i + 1, Objects.requireNonNull(values.get(names.get(i)), names.get(i)));
    }
    return statement;
  }

  /** The SQL that is sent; refuses a statement with an unfilled hole. */
  public String text() {
    if (hole != null) {
      throw new IllegalStateException(
          "Nothing is in the hole :%s of: %s".formatted(hole, String.join(":" + hole, parts)));
    }
    return parts.getFirst();
  }
}
