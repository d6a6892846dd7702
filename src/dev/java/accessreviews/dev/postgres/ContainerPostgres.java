package accessreviews.dev.postgres;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.exception.NotModifiedException;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import com.github.dockerjava.api.model.Volume;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * PostgreSQL in a container. It has a name and is no Testcontainers container: two servers on one
 * volume would ruin it, so the orphan of a JVM that was killed has to be found.
 */
final class ContainerPostgres {
  private static final Logger LOG = Logger.getLogger(ContainerPostgres.class);
  private static final ExposedPort PORT = ExposedPort.tcp(5432);
  private static final String DATA = "/var/lib/postgresql/data";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int STOP_SECONDS = 20;

  private final DevDirectory devDirectory;
  private final DockerClient client;

  private ContainerPostgres(DevDirectory devDirectory, DockerClient client) {
    this.devDirectory = devDirectory;
    this.client = client;
  }

  static RunningPostgres start(DevDirectory devDirectory, DockerEngine engine)
      throws SQLException, InterruptedException {
    return new ContainerPostgres(devDirectory, engine.client()).startOn(engine.host());
  }

  private RunningPostgres startOn(String host) throws SQLException, InterruptedException {
    stop();
    var name = devDirectory.containerName();
    try {
      client.startContainerCmd(create(name, host).exec().getId()).exec();
      var port = publishedPort(name);
      var url = RunningPostgres.urlAt(host, port);
      var version = FirstConnection.serverVersion(url, PATIENCE, () -> isRunning(name));
      Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stops " + name));
      return new RunningPostgres(
          url,
          "PostgreSQL for %s: container %s (%s), %s, port %d"
              .formatted(
                  devDirectory.purpose(),
                  DockerEngine.image(),
                  version,
                  devDirectory.purpose().keepsData() ? "volume " + name : "throwaway",
                  port));
    } catch (SQLException | RuntimeException e) {
      stop();
      throw e;
    }
  }

  private CreateContainerCmd create(String name, String host) {
    var loopback = host.equals(DockerEngine.LOCALHOST);
    var hostConfig =
        HostConfig.newHostConfig()
            .withPortBindings(
                new PortBinding(
                    loopback ? Ports.Binding.bindIp("127.0.0.1") : Ports.Binding.empty(), PORT));
    if (devDirectory.purpose().keepsData()) {
      hostConfig.withBinds(new Bind(name, new Volume(DATA)));
    } else {
      hostConfig.withTmpFs(Map.of(DATA, "rw"));
    }
    return client
        .createContainerCmd(DockerEngine.image().asCanonicalNameString())
        .withName(name)
        .withExposedPorts(PORT)
        .withHostConfig(hostConfig)
        .withEnv(
            "POSTGRES_PASSWORD=" + RunningPostgres.PASSWORD,
            "POSTGRES_INITDB_ARGS=" + String.join(" ", DevOrTest.LOCALE))
        .withCmd(
            Stream.concat(
                    Stream.of("postgres"),
                    devDirectory.purpose().serverSettings().entrySet().stream()
                        .flatMap(s -> Stream.of("-c", s.getKey() + "=" + s.getValue())))
                .toList());
  }

  private int publishedPort(String name) {
    var bindings =
        client
            .inspectContainerCmd(name)
            .exec()
            .getNetworkSettings()
            .getPorts()
            .getBindings()
            .get(PORT);
    if (bindings == null || bindings.length == 0) {
      throw new IllegalStateException("it publishes no port");
    }
    return Integer.parseInt(bindings[0].getHostPortSpec());
  }

  private boolean isRunning(String name) {
    try {
      return Boolean.TRUE.equals(client.inspectContainerCmd(name).exec().getState().getRunning());
    } catch (NotFoundException e) {
      return false;
    }
  }

  /** Stops and removes the container, ours or one that a killed JVM left; its volume stays. */
  private void stop() {
    var name = devDirectory.containerName();
    try {
      if (devDirectory.purpose().keepsData() && isRunning(name)) {
        client.stopContainerCmd(name).withTimeout(STOP_SECONDS).exec();
      }
    } catch (NotFoundException | NotModifiedException e) {
      LOG.debugf("%s has stopped already", name);
    }
    try {
      client.removeContainerCmd(name).withForce(true).withRemoveVolumes(true).exec();
    } catch (NotFoundException e) {
      LOG.debugf("%s is gone already", name);
    }
  }
}
