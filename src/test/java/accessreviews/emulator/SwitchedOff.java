package accessreviews.emulator;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As in production: without the emulator. No scheduler ticks meanwhile. */
public class SwitchedOff implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("access-reviews.emulator.enabled", "false", "quarkus.scheduler.enabled", "false");
  }
}
