package accessreviews.directory.files;

import java.util.Arrays;
import java.util.stream.Collectors;

/** What the statements of several kinds of files share. */
final class ImportSql {
  static final String ID_OF_ANOTHER_KIND =
      """
      select i.line, 'id', 'an id that no object of another kind has' from directory_import i
        join directory_object o on o.id = i.id and o.type <> '%s'
      """;
  static final String NEW_OBJECTS =
      """
      insert into directory_object (id, type) select id, '%s' from directory_import order by id
      on conflict do nothing
      """;

  private ImportSql() {}

  /** The lines whose {@code key} an earlier line has. */
  static String repeated(String key, String member, String expected) {
    return """
    select i.line, '%2$s', '%3$s' from directory_import i join (
      select %1$s as key, min(line) as first from directory_import group by 1 having count(*) > 1) e
      on e.key = %1$s and i.line > e.first
    """
        .formatted(key, member, expected);
  }

  /** The lines whose {@code column} has a value that is the id of no object of {@code types}. */
  static String unknown(String column, String member, String expected, String... types) {
    return """
    select i.line, '%2$s', '%3$s' from directory_import i
      left join directory_object o on o.id = i.%1$s and o.type in (%4$s)
      where i.%1$s is not null and o.id is null
    """
        .formatted(
            column,
            member,
            expected,
            Arrays.stream(types).map(type -> "'" + type + "'").collect(Collectors.joining(", ")));
  }
}
