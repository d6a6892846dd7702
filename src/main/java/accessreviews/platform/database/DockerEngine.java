package accessreviews.platform.database;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.ImageNameSubstitutor;

/** The container engine that Testcontainers finds: Docker, Podman, a remote one. */
final class DockerEngine implements ContainerEngine {
  private static final Logger LOG = Logger.getLogger(DockerEngine.class);

  private final Duration pullTimeout;

  DockerEngine(Duration pullTimeout) {
    this.pullTimeout = pullTimeout;
  }

  /** The official image, or what Testcontainers' settings of this machine replace it with. */
  static DockerImageName image() {
    return ImageNameSubstitutor.instance().apply(DockerImageName.parse("postgres:17"));
  }

  static DockerClient client() {
    return DockerClientFactory.instance().client();
  }

  @Override
  public boolean answers() {
    return DockerClientFactory.instance().isDockerAvailable();
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

  private static boolean hasImage() {
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
