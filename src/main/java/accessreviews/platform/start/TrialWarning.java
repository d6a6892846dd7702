package accessreviews.platform.start;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Warns where the service runs with what everybody knows, as docker-compose.yml starts it. */
@ApplicationScoped
class TrialWarning {
  static final String TRIAL = "access-reviews.trial";
  private static final Logger LOG = Logger.getLogger(TrialWarning.class);

  private final boolean isTrial;

  TrialWarning(@ConfigProperty(name = TRIAL, defaultValue = "false") boolean isTrial) {
    this.isTrial = isTrial;
  }

  void onStart(@Observes StartupEvent start) {
    if (isTrial) {
      LOG.warn(
          "Trial mode: well-known passwords are accepted. Set ACCESS_REVIEWS_TRIAL=false in"
              + " production (docs/deployment.md).");
    }
  }
}
