package accessreviews.evidence.tree;

import accessreviews.odata.PublicUrl;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The name of the log: the setting, else the host of the public URL. */
@ApplicationScoped
class EvidenceOrigin {
  /** The name of a log whose installation has neither. */
  private static final String UNNAMED = "access-reviews";

  private final String origin;

  EvidenceOrigin(
      EvidenceConfig config, @ConfigProperty(name = PublicUrl.SETTING) Optional<String> publicUrl) {
    this.origin =
        config
            .origin()
            .or(() -> publicUrl.map(url -> URI.create(PublicUrl.read(url)).getHost()))
            .orElse(UNNAMED);
  }

  /** The origin of the log that began after {@code resets} of the emulator. */
  String after(int resets) {
    return resets == 0 ? origin : origin + "/" + resets;
  }
}
