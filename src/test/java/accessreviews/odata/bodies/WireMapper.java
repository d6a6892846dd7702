package accessreviews.odata.bodies;

import com.fasterxml.jackson.databind.ObjectMapper;

/** The wire's JSON, for tests that need no HTTP. */
public final class WireMapper {
  private WireMapper() {}

  public static ObjectMapper create() {
    var mapper = new ObjectMapper();
    new WireJson().customize(mapper);
    return mapper;
  }
}
