package accessreviews.emulator;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As in production: without the emulator. The scheduler ticks so seldom that no test sees it. */
public class SwitchedOff implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "access-reviews.emulator.enabled", "false", "access-reviews.transitions.every", "24h");
  }
}
