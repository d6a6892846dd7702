package accessreviews.platform.persistence;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import accessreviews.testing.sql.SqlTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each file below {@code sql} is a statement that PostgreSQL understands and the service sends. */
class SqlFilesSqlTest extends SqlTest {
  private static final Path FILES = Path.of("src/main/resources/sql");
  private static final Path CODE = Path.of("src/main/java");
  private static final Pattern PARAMETER = Pattern.compile("(?<!:):([a-z]\\w*)");
  private static final Pattern HOLE =
      Pattern.compile("(?m)^-- Hole :\\w+, for example (.*?): (?=\\S)");

  /** A file that PREPARE does not take; here it makes a table for the others. */
  private static final String REMOVALS = "life/apply/create-removals";

  /** Tables that the service makes for one transaction. */
  private static final List<String> TEMPORARY =
      List.of(
          """
          create temporary table directory_import (line bigint, id uuid, display_name text,
            user_principal_name text, mail text, user_type text, account_enabled text, country text,
            preferred_language text, external_user_state text, last_sign_in_date_time text, description text,
            mail_enabled text, mail_nickname text, security_enabled text, group_types text,
            resource_provisioning_options text, is_assignable_to_role text,
            on_premises_sync_enabled text, group_id uuid, member_id uuid, user_id uuid,
            manager_id uuid, object_id uuid, owner_id uuid)""",
          Sql.file(REMOVALS).text());

  private String code = "";

  @BeforeAll
  void readTheCode() throws IOException {
    try (var files = Files.walk(CODE)) {
      code =
          files
              .filter(file -> file.toString().endsWith(".java"))
              .map(SqlFilesSqlTest::read)
              .collect(Collectors.joining("\n"));
    }
  }

  static Stream<String> names() throws IOException {
    try (var files = Files.walk(FILES)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> FILES.relativize(file).toString().replace(".sql", ""))
          .collect(toCollection(TreeSet::new))
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isUnderstoodByTheDatabase(String name) throws SQLException {
    var text = read(FILES.resolve(name + ".sql"));
    var hole = HOLE.matcher(text);
    var sql = Sql.file(name);
    var whole = hole.find() ? sql.filled(hole.group(1)) : sql;
    try (var statement = connection().createStatement()) {
      for (var table : TEMPORARY) {
        statement.execute(table);
      }
      if (!name.equals(REMOVALS)) {
        statement.execute("prepare it as " + numbered(whole.text()));
        statement.execute("deallocate it");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("names")
  void isSentByTheService(String name) {
    assertThat(code).contains("Sql.file(\"" + name + "\")");
  }

  @ParameterizedTest
  @MethodSource("names")
  void saysFirstWhatItIsFor(String name) {
    var text = read(FILES.resolve(name + ".sql"));
    assertThat(text).startsWith("-- ").endsWith(";\n");
    assertThat(text.lines().filter(line -> line.startsWith("-- Hole "))).hasSizeLessThan(2);
  }

  @Test
  void aHoleIsFilledBeforeItIsSent() {
    var sql = Sql.of("-- Why.\n-- Hole :it, for example 1: a number.\nselect :it, ':'::text;\n");
    assertThat(sql.filled("2").text()).isEqualTo("select 2, ':'::text");
    assertThatThrownBy(sql::text).hasMessageContaining(":it");
    assertThatThrownBy(() -> sql.filled("2").filled("3")).hasMessageContaining("select 2");
    assertThatThrownBy(() -> Sql.file("nowhere")).hasMessageContaining("/sql/nowhere.sql");
  }

  /** The statement as PREPARE takes it: with numbers for its parameters. */
  private static String numbered(String sql) {
    var names = new ArrayList<String>();
    return PARAMETER
        .matcher(sql)
        .replaceAll(
            found -> {
              var name = found.group(1);
              if (!names.contains(name)) {
                names.add(name);
              }
              return "\\$" + (names.indexOf(name) + 1);
            });
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
