package accessreviews.evidence.verifier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.ToolProvider;

/** The verifier as an auditor has it: compiled from its one file, for Java 17, without warnings. */
final class Verifier {
  static final Path SOURCE = Path.of("src/main/resources/evidence/Verify.java");
  private static final MethodHandle RUN = compiled();

  private Verifier() {}

  /** What the verifier said. */
  record Verdict(int exitCode, List<String> lines) {

    Verdict isOk() {
      assertThat(lines).noneMatch(line -> line.startsWith("FAILED"));
      assertThat(exitCode).isZero();
      return this;
    }

    Verdict says(String... expected) {
      assertThat(lines).contains(expected);
      return this;
    }

    Verdict fails() {
      assertThat(lines).noneMatch(line -> line.startsWith("OK"));
      assertThat(lines).anyMatch(line -> line.startsWith("FAILED"));
      assertThat(exitCode).isEqualTo(1);
      return this;
    }
  }

  static Verdict run(Object... arguments) {
    var printed = new ByteArrayOutputStream();
    var texts = List.of(arguments).stream().map(Object::toString).toArray(String[]::new);
    try {
      int code = (int) RUN.invoke(texts, new PrintStream(printed, true, UTF_8));
      return new Verdict(code, printed.toString(UTF_8).lines().toList());
    } catch (Throwable e) {
      throw new AssertionError("the verifier threw " + e + " after " + printed, e);
    }
  }

  private static MethodHandle compiled() {
    try {
      var classes = Files.createDirectories(Path.of("target/verifier"));
      var java = ToolProvider.getSystemJavaCompiler();
      var said = new StringWriter();
      var files = java.getStandardFileManager(null, null, UTF_8);
      var options = List.of("--release", "17", "-Xlint:all", "-Werror", "-d", classes.toString());
      var done =
          java.getTask(said, files, null, options, null, files.getJavaFileObjects(SOURCE)).call();
      assertThat(done).as(said.toString()).isTrue();
      var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
      return MethodHandles.publicLookup()
          .findStatic(
              loader.loadClass("Verify"),
              "run",
              MethodType.methodType(int.class, String[].class, PrintStream.class));
    } catch (IOException | ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
