package accessreviews.notifications.webhooks;

import accessreviews.testing.servers.IntegrationTestSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;

@QuarkusIntegrationTest
@WithTestResource(IntegrationTestSettings.class)
@DisabledIfSystemProperty(
    named = "quarkus.http.test-host",
    matches = ".+",
    disabledReason = "starts services of its own")
class PackagedWebhooksIT extends PackagedWebhooksHttpTest {}
