package accessreviews.evidence.packages;

import accessreviews.definitions.ReviewStatus;
import accessreviews.evidence.tree.Checkpoint;
import accessreviews.instances.AccessReviewInstance;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/**
 * {@code manifest.json}: what the package is about, and the hashes of all other files.
 *
 * @param isFinal whether the instance has ended, so that no answer follows
 * @param origin of the checkpoint
 * @param verifierKey of its signature, for whoever has no key from elsewhere
 */
@RegisterForReflection
record Manifest(
    Versions versions,
    UUID definitionId,
    UUID instanceId,
    ReviewStatus status,
    @JsonProperty("final") boolean isFinal,
    String origin,
    String verifierKey,
    long checkpointSize,
    Collection<PackedFile> files) {
  static final String NAME = "manifest.json";

  /** The version of this format. */
  private static final int FORMAT = 1;

  private static final Set<ReviewStatus> FINAL =
      Set.of(ReviewStatus.Completed, ReviewStatus.Applied);

  /** The version of the format, and that of the service that made the package. */
  @RegisterForReflection
  record Versions(@JsonProperty("package") int format, String service) {}

  /** A file and its hash, in lower case hex. */
  @RegisterForReflection
  record PackedFile(String name, String sha256, long size) {}

  /** The manifest of {@code files} about {@code instance}, proved by {@code checkpoint}. */
  static Manifest of(
      String service,
      AccessReviewInstance instance,
      Checkpoint checkpoint,
      String verifierKey,
      Collection<Spool.Spooled> files) {
    return new Manifest(
        new Versions(FORMAT, service),
        instance.definitionId(),
        instance.id(),
        instance.status(),
        FINAL.contains(instance.status()),
        checkpoint.origin(),
        verifierKey,
        checkpoint.size(),
        files.stream()
            .map(file -> new PackedFile(file.name(), file.sha256(), file.size()))
            .toList());
  }
}
