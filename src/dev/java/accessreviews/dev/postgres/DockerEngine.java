package accessreviews.dev.postgres;

import static java.util.Objects.requireNonNull;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Network;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.dockerclient.DockerClientConfigUtils;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/**
 * The container engine that Testcontainers finds: Docker, Podman, a remote one. Its client is made
 * for the place that was found; {@code DockerClientFactory.client()} would first start Ryuk, a
 * second image, and without a network try for minutes to pull it.
 */
final class DockerEngine implements ContainerEngine {
  private static final Logger LOG = Logger.getLogger(DockerEngine.class);

  static final String LOCALHOST = "localhost";
  private static final int ANSWER_SECONDS = 15;

  private final Duration pullTimeout;
  private @Nullable DockerClient client;

  DockerEngine(Duration pullTimeout) {
    this.pullTimeout = pullTimeout;
  }

  /** The official image, or what Testcontainers' settings of this machine replace it with. */
  static DockerImageName image() {
    return ImageNameSubstitutor.instance().apply(DockerImageName.parse("postgres:17"));
  }

  DockerClient client() {
    return requireNonNull(client, "no container engine answered");
  }

  /** Where published ports are. Testcontainers' own answer can need Ryuk and one image more. */
  String host() {
    var override = System.getenv("TESTCONTAINERS_HOST_OVERRIDE");
    if (override != null && !override.isBlank()) {
      return override;
    }
    var host = DockerClientFactory.instance().getTransportConfig().getDockerHost().getHost();
    if (host != null) {
      return host;
    }
    return DockerClientConfigUtils.IN_A_CONTAINER ? bridgeGateway() : LOCALHOST;
  }

  /** We are in a container and talk to the engine that runs it through a mounted socket. */
  private String bridgeGateway() {
    var bridge = client().inspectNetworkCmd().withNetworkId("bridge").exec();
    return bridge.getIpam().getConfig().stream()
        .map(Network.Ipam.Config::getGateway)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(LOCALHOST);
  }

  @Override
  public boolean answers() {
    // In a thread of its own: an engine that is just starting can take the call and stay silent.
    var connection = new FutureTask<>(DockerEngine::connect);
    Thread.ofPlatform().daemon().name("asks for a container engine").start(connection);
    try {
      client = connection.get(ANSWER_SECONDS, TimeUnit.SECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      LOG.debug("No container engine answered", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static DockerClient connect() {
    var client =
        DockerClientProviderStrategy.getClientForConfig(
            DockerClientFactory.instance().getTransportConfig());
    client.pingCmd().exec();
    return client;
  }

  @Override
  public boolean hasVolume(String name) {
    try {
      client().inspectVolumeCmd(name).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  @Override
  public boolean providesImage() {
    return hasImage() || (pull() && hasImage());
  }

  private boolean hasImage() {
    try {
      client().inspectImageCmd(image().asCanonicalNameString()).exec();
      return true;
    } catch (NotFoundException e) {
      return false;
    }
  }

  private boolean pull() {
    LOG.infof("Pulling %s, for at most %d s", image(), pullTimeout.toSeconds());
    var pull =
        client().pullImageCmd(image().getUnversionedPart()).withTag(image().getVersionPart());
    try (var progress = pull.exec(new PullImageResultCallback())) {
      return progress.awaitCompletion(pullTimeout.toMillis(), TimeUnit.MILLISECONDS);
    } catch (DockerException | IOException e) {
      LOG.debug("The image could not be pulled", e);
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
