package accessreviews.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The resources of the service, and their methods that answer requests. */
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

  public static Stream<Method> methods() {
    return ALL.stream()
        .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
        .filter(method -> verb(method) != null);
  }

  /** The HTTP method that {@code method} answers; null where it answers none. */
  public static @Nullable String verb(Method method) {
    return Arrays.stream(method.getAnnotations())
        .map(one -> one.annotationType().getAnnotation(HttpMethod.class))
        .filter(one -> one != null)
        .map(HttpMethod::value)
        .findFirst()
        .orElse(null);
  }

  /** The template that {@code method} is at, its keys named {@code {id}}. */
  public static String path(Method method) {
    var below = method.getAnnotation(Path.class);
    var root = method.getDeclaringClass().getAnnotation(Path.class).value();
    return (below == null ? root : root + "/" + below.value())
        .replaceAll("/+", "/")
        .replace("{version:beta}", "{version}")
        .replaceAll("\\{(?!version)\\w+}", "{id}");
  }
}
