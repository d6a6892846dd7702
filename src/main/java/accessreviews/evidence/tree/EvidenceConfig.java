package accessreviews.evidence.tree;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Pattern;
import java.nio.file.Path;
import java.time.Period;
import java.util.List;
import java.util.Optional;

/** Settings of the evidence log and of its keys. */
@ConfigMapping(prefix = "access-reviews.evidence")
public interface EvidenceConfig {
  /**
   * The name of the log and of its keys, on the first line of each checkpoint: without blanks and
   * without a plus sign. The default is the host of {@code access-reviews.public-url}.
   */
  Optional<@Pattern(regexp = "[^\\s+]{1,255}") String> origin();

  /**
   * The Ed25519 key that signs checkpoints: PKCS#8, PEM, as {@code openssl genpkey -algorithm
   * ed25519} writes it. Without one, production answers 503 on the checkpoint.
   */
  Optional<Path> keyFile();

  /** Keys that signed earlier checkpoints, private or public, PEM. They sign nothing any more. */
  Optional<List<Path>> retiredKeyFiles();

  /** For how long the bytes of entries are kept. The hashes of the tree stay for ever. */
  @WithDefault("P7Y")
  Period keep();
}
