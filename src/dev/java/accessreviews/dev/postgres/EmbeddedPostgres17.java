package accessreviews.dev.postgres;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.io.FileUtils;
import org.jboss.logging.Logger;

/**
 * PostgreSQL 17 from zonky's Maven artifacts. It is started by {@code pg_ctl}, not by zonky's
 * {@code EmbeddedPostgres}: that one keeps the server in the terminal's process group, where Ctrl-C
 * ends it before the application, and fails on the server that a killed JVM left.
 */
final class EmbeddedPostgres17 {
  private static final Logger LOG = Logger.getLogger(EmbeddedPostgres17.class);
  private static final String MAJOR = "17";
  private static final int PORT_ATTEMPTS = 3;
  private static final String SECONDS = "100";
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final DevDirectory devDirectory;
  private final Path data;
  private final Path binaries;

  private EmbeddedPostgres17(DevDirectory devDirectory, Path binaries) {
    this.devDirectory = devDirectory;
    this.data = devDirectory.data();
    this.binaries = binaries;
  }

  static RunningPostgres start(DevDirectory devDirectory, String because)
      throws IOException, SQLException, InterruptedException {
    return new EmbeddedPostgres17(devDirectory, PostgresBinaries.unpacked(devDirectory))
        .start(because);
  }

  private RunningPostgres start(String because)
      throws IOException, SQLException, InterruptedException {
    endOrphan();
    if (!devDirectory.purpose().keepsData()) {
      FileUtils.deleteDirectory(data.toFile());
    }
    if (Files.exists(data)) {
      requireOurMajor();
    } else {
      create();
    }
    var port = startOnFreePort();
    Runtime.getRuntime()
        .addShutdownHook(new Thread(this::stop, "stops PostgreSQL in " + devDirectory));
    var url = RunningPostgres.urlAt("localhost", port);
    var version = FirstConnection.serverVersion(url, PATIENCE, () -> true);
    return new RunningPostgres(
        url,
        "PostgreSQL for %s: embedded %s, %s, port %d (%s)"
            .formatted(
                devDirectory.purpose(),
                version,
                devDirectory.purpose().keepsData() ? "data in " + devDirectory : "throwaway",
                port,
                because));
  }

  /** A JVM that was killed leaves its server running; nobody else can, since we hold the place. */
  private void endOrphan() throws IOException, InterruptedException {
    var pidFile = data.resolve("postmaster.pid");
    if (!Files.exists(pidFile)) {
      return;
    }
    var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
    var program = ProcessHandle.of(pid).flatMap(process -> process.info().command()).map(Path::of);
    if (program.isEmpty()) {
      return; // The process has ended: the server sees that, too, and removes the file.
    }
    if (program.get().startsWith(devDirectory.directory())) {
      pgCtl("stop", "-m", "fast");
    } else {
      // The number went to another process, say after a reboot; the server would not start.
      Files.delete(pidFile);
    }
  }

  private void requireOurMajor() throws IOException {
    var versionFile = data.resolve("PG_VERSION");
    var major = Files.exists(versionFile) ? Files.readString(versionFile).strip() : "unknown";
    if (!major.equals(MAJOR)) {
      throw new IOException(
          "the data in %s is of PostgreSQL %s and this is PostgreSQL %s. Move that directory away, or delete it to start empty"
              .formatted(data, major, MAJOR));
    }
  }

  /** Beside its place and then renamed: a data directory is complete or not there. */
  private void create() throws IOException, InterruptedException {
    var half = data.resolveSibling(devDirectory.name() + ".initdb");
    FileUtils.deleteDirectory(half.toFile());
    PostgresProgram.directoryForServer(half);
    var arguments = new ArrayList<>(List.of("-D", half.toString(), "-U", RunningPostgres.USER));
    arguments.addAll(List.of("-A", "trust", "-E", "UTF8"));
    arguments.addAll(DevOrTest.LOCALE);
    if (!devDirectory.purpose().keepsData()) {
      arguments.add("--no-sync");
    }
    program("initdb").run(arguments);
    Files.move(half, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private int startOnFreePort() throws IOException, InterruptedException {
    var options =
        devDirectory.purpose().serverSettings().entrySet().stream()
            .map(setting -> "-c " + setting.getKey() + "=" + setting.getValue())
            .collect(Collectors.joining(" "));
    for (int attempt = 1; ; attempt++) {
      var port = freePort();
      try {
        pgCtl(
            "start",
            "-l",
            data.resolve("server.log").toString(),
            "-o",
            "-p " + port + " -c listen_addresses=localhost -c unix_socket_directories= " + options);
        return port;
      } catch (IOException e) {
        // Between asking and starting, somebody else can take the port.
        if (attempt == PORT_ATTEMPTS) {
          throw new IOException(e.getMessage() + " See also " + data.resolve("server.log"), e);
        }
      }
    }
  }

  private void pgCtl(String action, String... options) throws IOException, InterruptedException {
    var arguments = new ArrayList<>(List.of(action, "-D", data.toString(), "-w", "-t", SECONDS));
    arguments.addAll(List.of(options));
    program("pg_ctl").run(arguments);
  }

  private PostgresProgram program(String name) {
    return new PostgresProgram(binaries, name, devDirectory);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void stop() {
    try {
      pgCtl("stop", "-m", devDirectory.purpose().keepsData() ? "fast" : "immediate");
      if (!devDirectory.purpose().keepsData()) {
        FileUtils.deleteDirectory(data.toFile());
      }
    } catch (IOException e) {
      LOG.warnf("PostgreSQL in %s was not stopped: %s", devDirectory, e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
