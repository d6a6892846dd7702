package accessreviews.dev.postgres;

import com.sun.security.auth.module.UnixSystem;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.SystemUtils;

/** One of PostgreSQL's programs. None of them runs as root, so root runs them as somebody else. */
final class PostgresProgram {
  private static final int NOBODY = 65534;
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Path program;
  private final Path output;

  PostgresProgram(Path binaries, String name, DevDirectory devDirectory) {
    this.program =
        binaries.resolve("bin").resolve(SystemUtils.IS_OS_WINDOWS ? name + ".exe" : name);
    this.output = devDirectory.directory().resolve(devDirectory.name() + ".out");
  }

  /** Makes an empty directory that the server may own. */
  static void directoryForServer(Path directory) throws IOException {
    Files.createDirectories(directory);
    if (isRoot() && !LinuxUtils.isUnshareAvailable()) {
      Files.setAttribute(directory, "unix:uid", NOBODY);
    }
  }

  void run(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<>(identity());
    command.add(program.toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Into a file: on Windows the server inherits a pipe and would keep it open.
    builder.redirectOutput(output.toFile());
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.environment().put("LC_ALL", "C");
    var process = builder.start();
    if (!process.waitFor(PATIENCE)) {
      process.destroyForcibly();
      throw new IOException("%s did not end: %s".formatted(program.getFileName(), said()));
    }
    if (process.exitValue() != 0) {
      throw new IOException("%s failed: %s".formatted(program.getFileName(), said()));
    }
  }

  private String said() throws IOException {
    return Files.readString(output).strip().replaceAll("\\s+", " ");
  }

  private static List<String> identity() {
    if (!isRoot()) {
      return List.of();
    }
    // In a user namespace the files still belong to root; where containers forbid one, to nobody.
    return LinuxUtils.isUnshareAvailable()
        ? List.of("unshare", "-U")
        : List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
  }

  private static boolean isRoot() {
    return !SystemUtils.IS_OS_WINDOWS && new UnixSystem().getUid() == 0;
  }
}
