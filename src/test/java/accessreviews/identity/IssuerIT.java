package accessreviews.identity;

import accessreviews.testing.PackagedTest;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@PackagedTest
@DisabledIfSystemProperty(
    named = "quarkus.http.test-host",
    matches = ".+",
    disabledReason = "starts services of its own")
class IssuerIT extends IssuerHttpTest {}
