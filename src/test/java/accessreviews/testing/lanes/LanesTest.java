package accessreviews.testing.lanes;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.suite.api.SelectClasses;

/** No test is in no lane. */
class LanesTest {
  private static final List<JavaClass> CLASSES =
      new ClassFileImporter()
              .withImportOption(new ImportOption.OnlyIncludeTests())
              .importPackages("accessreviews")
              .stream()
              .filter(LanesTest::isTest)
              .toList();

  /** Whoever inherits the annotation is found here, and has to carry it to be in the list. */
  @Test
  void everyTestThatStartsQuarkusIsInASuiteOfVerify() throws Exception {
    var quarkus = names(CLASSES.stream().filter(LanesTest::startsQuarkus));
    assertThat(suites("Http")).containsExactlyInAnyOrderElementsOf(quarkus);
    assertThat(outsideOfRules()).containsExactlyInAnyOrderElementsOf(quarkus);
  }

  @Test
  void everyClassOfAnEndpointIsInASuiteOfCheck() throws Exception {
    assertThat(suites("Endpoints"))
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(
            names(CLASSES.stream().filter(type -> type.isAnnotatedWith(Endpoint.class))));
  }

  /** Surefire and Failsafe find other classes by their names. */
  @Test
  void everyOtherTestHasANameThatIsFound() {
    assertThat(names(CLASSES.stream().filter(type -> !startsQuarkus(type))))
        .allMatch(name -> name.endsWith("Test") || name.endsWith("IT"));
  }

  private static boolean isTest(JavaClass type) {
    return !type.getModifiers().contains(JavaModifier.ABSTRACT)
        && !type.isAnonymousClass()
        && type.getAllMethods().stream()
            .anyMatch(method -> method.isMetaAnnotatedWith(Testable.class));
  }

  private static boolean startsQuarkus(JavaClass type) {
    return !type.isAnnotatedWith(QuarkusIntegrationTest.class)
        && Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
            .anyMatch(
                one ->
                    one.isMetaAnnotatedWith(QuarkusTest.class)
                        || one.isAnnotatedWith(QuarkusTest.class));
  }

  private static List<String> names(Stream<JavaClass> classes) {
    return classes.map(JavaClass::getName).toList();
  }

  /** What the JVMs of a lane run. */
  private static List<String> suites(String lane) throws ClassNotFoundException {
    var names = new ArrayList<String>();
    for (var fork = 1; fork <= 2; fork++) {
      var suite = Class.forName("accessreviews.lanes." + lane + "Suite" + fork);
      names.addAll(List.of(suite.getAnnotation(SelectClasses.class).names()));
    }
    return names;
  }

  private static List<String> outsideOfRules() throws IOException {
    return Files.readAllLines(Path.of("target", "lanes", "http.txt")).stream()
        .map(line -> line.replace('/', '.').replaceFirst("\\.java$", ""))
        .toList();
  }
}
