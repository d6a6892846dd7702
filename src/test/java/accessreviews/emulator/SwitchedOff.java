package accessreviews.emulator;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/**
 * As in production: without the emulator, on a directory that is filled by import alone. No
 * scheduler ticks meanwhile.
 */
public class SwitchedOff implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of(
        "access-reviews.emulator.enabled", "false",
        "access-reviews.directory.writable", "false",
        "quarkus.scheduler.enabled", "false");
  }
}
