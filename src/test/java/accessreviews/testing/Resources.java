package accessreviews.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The resources of the service, and the operations that they have. */
public final class Resources {
  private static final List<Class<?>> ALL =
      new ClassFileImporter()
              .withImportOption(new ImportOption.DoNotIncludeTests())
              .importPackages("accessreviews")
              .stream()
              .filter(type -> type.isAnnotatedWith(Path.class))
              .<Class<?>>map(JavaClass::reflect)
              .toList();

  private Resources() {}

  public static List<Class<?>> all() {
    return ALL;
  }

  /** The operations of all resources, those of their base classes among them. */
  public static Stream<Operation> operations() {
    return ALL.stream()
        .flatMap(
            type -> Arrays.stream(type.getMethods()).map(method -> new Operation(type, method)))
        .filter(operation -> operation.httpMethod().isPresent());
  }

  /** A method that answers requests at a resource, which may inherit it. */
  public record Operation(Class<?> resource, Method method) {
    private Optional<String> httpMethod() {
      return Arrays.stream(method.getAnnotations())
          .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
          .filter(one -> one != null)
          .map(HttpMethod::value)
          .findFirst();
    }

    /** The HTTP method that it answers. */
    public String verb() {
      return httpMethod().orElseThrow();
    }

    /** The template that it is at, its keys named {@code {id}}. */
    public String path() {
      var below = method.getAnnotation(Path.class);
      var root = resource.getAnnotation(Path.class).value();
      return (below == null ? root : root + "/" + below.value())
          .replaceAll("/+", "/")
          .replace("{version:beta}", "{version}")
          .replaceAll("\\{(?!version)\\w+(?::[^{}]*)?}", "{id}");
    }

    /** Whether the method has the annotation {@code declared}. */
    public boolean has(Class<? extends Annotation> declared) {
      return method.isAnnotationPresent(declared);
    }
  }
}
