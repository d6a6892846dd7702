package accessreviews.tutorials;

import accessreviews.testing.servers.IntegrationTestSettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;

@QuarkusIntegrationTest
@WithTestResource(IntegrationTestSettings.class)
class TutorialFlowsSdkIT extends TutorialFlowsSdkHttpTest {}
