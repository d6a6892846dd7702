package accessreviews.emulator;

import accessreviews.testing.servers.IntegrationTestSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
@WithTestResource(IntegrationTestSettings.class)
class ClockRefusalsIT extends ClockRefusalsHttpTest {}
