package accessreviews.platform.start;

import io.smallrye.health.AsyncHealthCheckFactory;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Runs the checks of {@code /q/health} at once. Quarkus gives each a worker thread, and under load
 * a check waits for one as every request does. None of the checks here waits for anything.
 */
@Alternative
@Priority(1)
@Singleton
class PromptChecks extends AsyncHealthCheckFactory {
  @Override
  public Uni<HealthCheckResponse> callSync(HealthCheck check) {
    return Uni.createFrom().item(check::call);
  }
}
