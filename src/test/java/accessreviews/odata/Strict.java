package accessreviews.odata;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** As strict as the live service was seen to be. */
public class Strict implements QuarkusTestProfile {
  @Override
  public Map<String, String> getConfigOverrides() {
    return Map.of("access-reviews.graph.strict", "true");
  }
}
