package accessreviews;

import static org.assertj.core.api.Assertions.assertThat;

import accessreviews.odata.paths.RequestsConfig;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.smallrye.config.WithDefault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/limits.md has the limits that the code has. */
class LimitsPageTest {
  private static final Pattern ROW = Pattern.compile("\\| ([^|]+) \\| ([^|]+) \\| `([^`]+)` \\|.*");
  private static final Pattern NUMBER = Pattern.compile("[0-9][0-9,]*");
  private static final Pattern LIMIT =
      Pattern.compile("(LONGEST|MOST|LARGEST|DEEPEST|DEPTH|YEARS)(_[A-Z]+)*");

  /** Where every limit is one of what callers send. */
  private static final Set<String> ROOMS =
      Set.of(
          "accessreviews.odata",
          "accessreviews.odata.bodies",
          "accessreviews.odata.query",
          "accessreviews.definitions.settings",
          "accessreviews.directory.users",
          "accessreviews.directory.roles");

  /** {@code $skip} has the bound of its type. */
  private static final Set<String> NO_LIMITS = Set.of("OptionsParser.LARGEST_SKIP");

  private static final JavaClasses SERVICE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("accessreviews");

  /** One line of a table. */
  record Row(String what, String limit, String code) {}

  static List<Row> rows() throws IOException {
    return Files.readAllLines(Path.of("docs/limits.md")).stream()
        .map(ROW::matcher)
        .filter(row -> row.matches())
        .map(row -> new Row(row.group(1), row.group(2), row.group(3)))
        .toList();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("rows")
  void aLimitIsThatOfTheCode(Row row) throws ReflectiveOperationException {
    var numbers =
        NUMBER
            .matcher(row.limit())
            .results()
            .map(number -> number.group().replace(",", ""))
            .toList();
    assertThat(numbers).as(row.limit()).contains(inTheCode(row.code()));
  }

  private static String inTheCode(String code) throws ReflectiveOperationException {
    var steps = code.split("\\.", -1);
    if (steps[0].equals("RequestsConfig")) {
      return RequestsConfig.class
          .getMethod(steps[1])
          .getAnnotation(WithDefault.class)
          .value()
          .replace("M", "");
    }
    if (steps[0].equals("EdmDateTime")) {
      return "9999"; // EdmDateTimeTest has the bounds
    }
    var last = steps.length - 1;
    if (code.startsWith("Limits.REQUEST")) {
      var limits = value("Limits", "REQUEST");
      var component = limits.getClass().getMethod(steps[last]);
      return component.invoke(limits).toString();
    }
    return value(String.join("$", Arrays.copyOf(steps, last)), steps[last]).toString();
  }

  private static Object value(String type, String field) throws ReflectiveOperationException {
    var found =
        SERVICE.stream()
            .filter(one -> one.getName().matches(".*\\." + Pattern.quote(type)))
            .flatMap(one -> Stream.of(one.reflect()))
            .toList();
    assertThat(found).as(type).isNotEmpty();
    for (var one : found) {
      for (var declared : one.getDeclaredFields()) {
        if (declared.getName().equals(field)) {
          declared.setAccessible(true);
          return declared.get(null);
        }
      }
    }
    throw new NoSuchFieldException(type + "." + field);
  }

  @Test
  void everyLimitOfWhatCallersSendIsOnThePage() throws IOException {
    var named = rows().stream().map(Row::code).toList();
    assertThat(
            SERVICE.stream()
                .filter(type -> ROOMS.contains(type.getPackageName()))
                .flatMap(type -> type.getFields().stream())
                .filter(field -> LIMIT.matcher(field.getName()).matches())
                .map(LimitsPageTest::code))
        .isNotEmpty()
        .allSatisfy(
            limit ->
                assertThat(named.contains(limit) || NO_LIMITS.contains(limit)).as(limit).isTrue());
  }

  private static String code(JavaField field) {
    JavaClass owner = field.getOwner();
    return owner.getName().substring(owner.getPackageName().length() + 1).replace('$', '.')
        + "."
        + field.getName();
  }
}
