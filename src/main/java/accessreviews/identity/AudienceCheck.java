package accessreviews.identity;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Warns where tokens are let in that their issuer made for another service (contract, "Callers").
 */
@ApplicationScoped
class AudienceCheck {
  private static final Logger LOG = Logger.getLogger(AudienceCheck.class);

  private final Optional<List<String>> audience;

  AudienceCheck(
      @ConfigProperty(name = "quarkus.oidc.token.audience") Optional<List<String>> audience) {
    this.audience = audience;
  }

  void onStart(@Observes StartupEvent start) {
    if (audience.isEmpty() && LaunchMode.current() == LaunchMode.NORMAL) {
      LOG.warn(
          "The audience of tokens is not checked: tokens for other services of the issuer are"
              + " accepted. Set QUARKUS_OIDC_TOKEN_AUDIENCE.");
    }
  }
}
