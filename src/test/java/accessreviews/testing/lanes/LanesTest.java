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
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.annotation.Testable;

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
  void everyTestThatStartsQuarkusIsInTheListOfVerify() throws IOException {
    assertThat(list("http"))
        .containsExactlyInAnyOrderElementsOf(
            names(CLASSES.stream().filter(LanesTest::startsQuarkus)));
  }

  @Test
  void everyClassOfAnEndpointIsInTheListOfCheck() throws IOException {
    assertThat(list("endpoints"))
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

  private static List<String> list(String lane) throws IOException {
    return Files.readAllLines(Path.of("target", "lanes", lane + ".txt")).stream()
        .map(line -> line.replace('/', '.').replaceFirst("\\.java$", ""))
        .toList();
  }
}
