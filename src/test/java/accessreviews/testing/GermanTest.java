package accessreviews.testing;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** German says everything that English says in a message bundle, the interface {@code bundle}. */
public abstract class GermanTest {
  private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

  private final Class<?> bundle;
  private final Path file;
  private final Set<String> same;

  /**
   * Compares {@code bundle} with its German.
   *
   * @param name the name of the bundle, with which its file begins
   * @param same the messages that are the same in both languages
   */
  protected GermanTest(Class<?> bundle, String name, Set<String> same) {
    this.bundle = bundle;
    this.file = Path.of("src/main/resources/messages", name + "_de.properties");
    this.same = Set.copyOf(same);
  }

  @Test
  void germanHasEveryMessageWithItsParameters() throws IOException {
    var english =
        Arrays.stream(bundle.getDeclaredMethods())
            .collect(toMap(Method::getName, GermanTest::parameters));
    var german =
        german().entrySet().stream()
            .collect(
                toMap(one -> (String) one.getKey(), one -> parameters((String) one.getValue())));

    assertThat(german).isEqualTo(english);
  }

  @Test
  void noMessageIsStillInEnglish() throws IOException {
    var german = german();

    assertThat(bundle.getDeclaredMethods())
        .filteredOn(method -> !same.contains(method.getName()))
        .noneMatch(
            method ->
                method.getAnnotation(Message.class).value().equals(german.get(method.getName())));
  }

  private Properties german() throws IOException {
    var german = new Properties();
    try (var text = Files.newBufferedReader(file)) {
      german.load(text);
    }
    return german;
  }

  /** Those of a method, all of which its English message has. */
  private static Set<String> parameters(Method method) {
    var declared =
        Arrays.stream(method.getParameters()).map(Parameter::getName).collect(Collectors.toSet());
    assertThat(parameters(method.getAnnotation(Message.class).value()))
        .as("parameters in English of %s", method.getName())
        .isEqualTo(declared);
    return declared;
  }

  private static Set<String> parameters(String message) {
    return PARAMETER
        .matcher(message)
        .results()
        .map((MatchResult found) -> found.group(1))
        .collect(Collectors.toSet());
  }
}
