import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes what follows from the annotations of the test classes, before these are compiled
 * (docs/tests.md): the list of classes that need Quarkus, an integration test for each class that
 * can be run against what was built, and a suite for each JVM.
 *
 * <p>Surefire itself could tell tags apart only after it has loaded the classes, and to load a
 * class with {@code @QuarkusTest} builds the application.
 */
final class TestLanes {
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");

  /** The JVMs that run HTTP tests side by side, the forkCount of the pom. */
  private static final int FORKS = 2;

  /** On a service that runs already, the tests have none of what was built. */
  private static final String NOT_ON_ANOTHER_SERVICE =
      """
      @org.junit.jupiter.api.condition.DisabledIfSystemProperty(
          named = "quarkus.http.test-host",
          matches = ".+",
          disabledReason = "starts services of its own")
      """;

  private static final Path SLOW = Path.of("src", "build", "slow-tests.txt");

  /** The seconds of a class that is not there. */
  private static final int USUAL = 2;

  /** A test class that starts Quarkus. */
  private record HttpClass(String inPackage, String name, String source) {
    String qualified() {
      return inPackage + "." + name;
    }

    boolean is(String annotation) {
      return annotated(source, annotation);
    }

    /** The name of its integration test. */
    String integrationTest() {
      return name.replaceFirst("(Http)?Test$", "IT");
    }

    String qualifiedIntegrationTest() {
      return inPackage + "." + integrationTest();
    }

    Path integrationTestFile() {
      return Path.of(qualifiedIntegrationTest().replace('.', '/') + ".java");
    }
  }

  private final Path tests;
  private final Path generated;

  private final Map<String, Integer> slow;

  private TestLanes(Path tests, Path generated, Map<String, Integer> slow) {
    this.slow = slow;
    this.tests = tests;
    this.generated = generated;
  }

  /** Arguments: the sources of the tests, where to write sources, where to write lists. */
  public static void main(String[] arguments) throws IOException {
    var lanes = new TestLanes(Path.of(arguments[0]), Path.of(arguments[1]), slow());
    lanes.write(Path.of(arguments[2]));
  }

  private void write(Path lists) throws IOException {
    var classes = httpClasses();
    var endpoints = classes.stream().filter(one -> one.is("Endpoint")).toList();
    var integrated = classes.stream().filter(one -> !one.is("InProcessOnly")).toList();
    var sources = new TreeMap<Path, String>();
    for (var one : integrated) {
      sources.put(one.integrationTestFile(), integrationTest(one));
    }
    for (var fork = 1; fork <= FORKS; fork++) {
      sources.putAll(suite("Http", fork, classes, HttpClass::qualified));
      sources.putAll(suite("Endpoints", fork, endpoints, HttpClass::qualified));
      sources.putAll(suite("Integration", fork, integrated, HttpClass::qualifiedIntegrationTest));
    }
    removeOthers(sources);
    for (var source : sources.entrySet()) {
      writeIfChanged(generated.resolve(source.getKey()), source.getValue());
    }
    list(lists.resolve("http.txt"), classes);
  }

  private List<HttpClass> httpClasses() throws IOException {
    try (var files = Files.walk(tests)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .sorted()
          .map(TestLanes::read)
          .filter(one -> one.is("QuarkusTest"))
          .toList();
    }
  }

  private static HttpClass read(Path file) {
    try {
      var source = Files.readString(file);
      var inPackage = PACKAGE.matcher(source).results().findFirst().orElseThrow().group(1);
      return new HttpClass(
          inPackage, file.getFileName().toString().replaceFirst("\\.java$", ""), source);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean annotated(String source, String annotation) {
    return Pattern.compile("(?m)^@" + annotation + "\\b").matcher(source).find();
  }

  private static void list(Path file, List<HttpClass> classes) throws IOException {
    writeIfChanged(
        file,
        classes.stream()
            .map(one -> one.qualified().replace('.', '/') + ".java\n")
            .collect(Collectors.joining()));
  }

  private static String integrationTest(HttpClass one) {
    return """
    package %s;

    import accessreviews.testing.servers.IntegrationTestSettings;
    import io.quarkus.test.common.WithTestResource;
    import io.quarkus.test.junit.QuarkusIntegrationTest;

    /** Generated by src/build/java/TestLanes.java. */
    @QuarkusIntegrationTest
    @WithTestResource(IntegrationTestSettings.class)
    %sclass %s extends %s {}
    """
        .formatted(
            one.inPackage(),
            one.is("StartsServices") ? NOT_ON_ANOTHER_SERVICE : "",
            one.integrationTest(),
            one.name());
  }

  /**
   * What one of the JVMs runs. Surefire hands classes to them one by one, and each class would
   * start the application; a suite is one class, and starts it once.
   */
  private Map<Path, String> suite(
      String lane, int fork, List<HttpClass> classes, Function<HttpClass, String> named) {
    var names =
        share(fork, classes).stream()
            .map(one -> "      \"%s\"".formatted(named.apply(one)))
            .collect(Collectors.joining(",\n"));
    var source =
        """
        package accessreviews.lanes;

        import org.junit.platform.suite.api.IncludeEngines;
        import org.junit.platform.suite.api.SelectClasses;
        import org.junit.platform.suite.api.Suite;

        /** Generated by src/build/java/TestLanes.java. */
        @Suite
        @IncludeEngines("junit-jupiter")
        @SelectClasses(
            names = {
        %s
            })
        class %s {}
        """
            .formatted(names, lane + "Suite" + fork);
    return Map.of(Path.of("accessreviews", "lanes", lane + "Suite" + fork + ".java"), source);
  }

  /** The slowest ones are dealt out first, each to the JVM that has the least to do. */
  private List<HttpClass> share(int fork, List<HttpClass> classes) {
    var share = new ArrayList<HttpClass>();
    var seconds = new int[FORKS];
    for (var one :
        classes.stream().sorted(Comparator.comparing(this::seconds).reversed()).toList()) {
      var least = 0;
      for (var other = 1; other < FORKS; other++) {
        least = seconds[other] < seconds[least] ? other : least;
      }
      seconds[least] += seconds(one);
      if (least == fork - 1) {
        share.add(one);
      }
    }
    return share;
  }

  private int seconds(HttpClass one) {
    return slow.getOrDefault(one.qualified(), USUAL);
  }

  private static Map<String, Integer> slow() throws IOException {
    try (var lines = Files.lines(SLOW)) {
      return lines
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split(" ", 2))
          .collect(Collectors.toMap(both -> both[0], both -> Integer.valueOf(both[1])));
    }
  }

  /** What was written for classes that are gone. */
  private void removeOthers(TreeMap<Path, String> sources) throws IOException {
    if (Files.exists(generated)) {
      try (var files = Files.walk(generated)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          if (!sources.containsKey(generated.relativize(file))) {
            Files.delete(file);
          }
        }
      }
    }
  }

  /** A file that stays as it is keeps its time: the compiler need not run again. */
  private static void writeIfChanged(Path file, String content) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(content)) {
      Files.createDirectories(file.resolveSibling(""));
      Files.writeString(file, content);
    }
  }
}
