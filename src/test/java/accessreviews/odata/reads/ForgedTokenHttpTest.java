package accessreviews.odata.reads;

import accessreviews.odata.query.QueryOptions.Order;
import accessreviews.testing.UpdateHttpTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token whose digest fits was still not given out, if its values are none. */
@QuarkusTest
class ForgedTokenHttpTest extends UpdateHttpTest {
  private static final String LIST = "identityGovernance/accessReviews/definitions\n\n";

  @ParameterizedTest
  @CsvSource({
    "x, 2026-01-01T00:00:00Z",
    "60860cdd-fb4d-4054-91ba-f75e04444aa6, x",
    "60860cdd-fb4d-4054-91ba-f75e04444aa6, +1000000000-12-31T23:59:59Z",
    "60860cdd-fb4d-4054-91ba-f75e04444aa6, -1000000000-01-01T00:00:00Z",
    "60860cdd-fb4d-4054-91ba-f75e04444aa6, \0"
  })
  void isRefused(String id, String key) {
    var token = new SkipToken(1, id, key).text(LIST);

    assertRefused(
        Refusal.bad("invalidQueryOption", "$skiptoken", "expected one from the @odata.nextLink"),
        () -> request().get(DEFINITIONS + "?$skiptoken=" + token));
    var named = new SkipToken(1, NOBODYS_ID, "\0").text(LIST + orderedByName());
    assertRefused(
        Refusal.bad("invalidQueryOption", "$skiptoken", "expected one from the @odata.nextLink"),
        () -> request().get(DEFINITIONS + "?$orderby=displayName&$skiptoken=" + named));
  }

  private static String orderedByName() {
    return new Order("displayName", false).toString();
  }
}
