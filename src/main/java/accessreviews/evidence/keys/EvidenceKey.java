package accessreviews.evidence.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import accessreviews.evidence.tree.Checkpoint;
import accessreviews.evidence.tree.EvidenceConfig;
import accessreviews.refusal.Refusal;
import accessreviews.refusal.Refused;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The key that signs checkpoints. Production has one if it is configured; dev mode and the emulator
 * make one, and keep it in the database.
 */
@ApplicationScoped
public class EvidenceKey {
  private static final Logger LOG = Logger.getLogger(EvidenceKey.class);

  private final @Nullable SigningKey configured;
  private final List<byte[]> retired;
  private final boolean makesOne;
  private final MadeKey made;
  private volatile @Nullable SigningKey found;

  EvidenceKey(
      EvidenceConfig config,
      @ConfigProperty(name = "access-reviews.emulator.enabled", defaultValue = "false")
          boolean emulator,
      MadeKey made) {
    this.configured = config.keyFile().map(Pem::privateKey).orElse(null);
    this.retired =
        config.retiredKeyFiles().stream().flatMap(List::stream).map(Pem::publicKey).toList();
    this.makesOne = emulator || LaunchMode.current() != LaunchMode.NORMAL;
    this.made = made;
  }

  void onStart(@Observes StartupEvent start) {
    if (!exists()) {
      LOG.warn(
          "There is no key for the evidence log: it is kept, but its checkpoints are not signed. Set"
              + " ACCESS_REVIEWS_EVIDENCE_KEY_FILE (docs/evidence-keys.md).");
    }
  }

  /** Whether checkpoints are signed. */
  boolean exists() {
    return configured != null || makesOne;
  }

  /** The signed note of {@code checkpoint} (C2SP signed-note); refuses where there is no key. */
  public String signed(Checkpoint checkpoint) {
    var key = required();
    var text = checkpoint.text();
    return text + "\n" + key.named(checkpoint.origin()).line(key.sign(text.getBytes(UTF_8)));
  }

  /** The key that verifies the notes of the log {@code origin}; refuses where there is none. */
  public String verifier(String origin) {
    return required().named(origin).text();
  }

  /** The verifier key whose id is {@code id}, in hex: also one that signs nothing any more. */
  Optional<String> verifier(String origin, String id) {
    return Stream.concat(
            exists() ? Stream.of(required().named(origin)) : Stream.empty(),
            retired.stream().map(key -> new VerifierKey(origin, key)))
        .map(VerifierKey::text)
        .filter(text -> text.startsWith("+" + id + "+", origin.length()))
        .findFirst();
  }

  private SigningKey required() {
    if (configured != null) {
      return configured;
    }
    if (!makesOne) {
      throw new Refused(
          Refusal.NO_EVIDENCE_KEY,
          null,
          "This installation has no key for its evidence log. Its operator has to set"
              + " access-reviews.evidence.key-file.");
    }
    var known = found;
    if (known == null) {
      known = made.get();
      found = known;
    }
    return known;
  }
}
