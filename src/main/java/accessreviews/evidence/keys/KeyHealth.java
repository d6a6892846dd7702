package accessreviews.evidence.keys;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Says in {@code /q/health} whether checkpoints are signed; the service works without a key. */
@Wellness
@ApplicationScoped
class KeyHealth implements HealthCheck {
  private final EvidenceKey key;

  KeyHealth(EvidenceKey key) {
    this.key = key;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("Evidence log").up().withData("signed", key.exists()).build();
  }
}
