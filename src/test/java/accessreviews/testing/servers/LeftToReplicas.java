package accessreviews.testing.servers;

import io.quarkus.arc.Arc;
import io.quarkus.scheduler.Scheduler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A test in which what is due is left to replicas: the service of the test's process rests. */
public interface LeftToReplicas {
  @BeforeEach
  default void theServiceOfTheTestRests() {
    scheduler().pause();
  }

  @AfterEach
  default void theServiceOfTheTestGoesOn() {
    scheduler().resume();
  }

  private static Scheduler scheduler() {
    return Arc.container().instance(Scheduler.class).get();
  }
}
